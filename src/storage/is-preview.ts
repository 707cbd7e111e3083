/**
 * A window that shows a preview (`/preview/frame-…`): the member's own app, framed by the studio or by the page that opens a draft
 * from a file. It reads and keeps nothing of this tablet's: no settings, progress, words or notes, no installed months.
 */
const FRAME = /^\/preview\/frame-[a-z0-9]+(?=\/|$)/u;

export function previewBaseOf(pathname: string): string {
  return FRAME.exec(pathname)?.[0] ?? '';
}

/** What stands before every address of the app in this window; empty in the app itself. */
export const previewBase: string = previewBaseOf(globalThis.location?.pathname ?? '');
export const isPreview: boolean = previewBase !== '';
