/** Of the database `draft-sync.ts` keeps. */
export const HUB_DATABASE = 'same-page-hub';
