/** Where one signs in at the hub. */
export const SIGN_IN_HREF = '/studio/sign-in';
