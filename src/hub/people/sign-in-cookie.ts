/** The cookie of a sign-in: `__Host-` binds it to this very host over https; a plain name only on http://localhost. */
export interface SignInCookie {
  read(request: Request): string | null;
  set(token: string, seconds: number): string;
  clear(): string;
}

export function signInCookie(origin: string): SignInCookie {
  const isSecure = origin.startsWith('https:');
  const name = isSecure ? '__Host-same-page' : 'same-page';
  const write = (value: string, seconds: number): string =>
    `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`;
  return {
    read(request) {
      const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
      const pair = pairs.find((item) => item.startsWith(`${name}=`));
      return pair === undefined ? null : pair.slice(name.length + 1);
    },
    set: write,
    clear: () => write('', 0),
  };
}
