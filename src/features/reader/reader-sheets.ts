/** What opens over a piece, in one chunk of its own. */
export { DisplaySheet } from './DisplaySheet.tsx';
export { MoreSheet } from './MoreSheet.tsx';
