/**
 * Addresses inside the shelf. Native documents name blobs from the shelf's root; the documents other readers
 * open (manifest, guided documents, HTML) name them relative to themselves, and every blob lies equally deep.
 */
const ROOT = 'blobs/sha256/';

export function blobHref(sha256: string, extension: string): string {
  return `${ROOT}${sha256.slice(0, 2)}/${sha256}.${extension}`;
}

/** `blobs/sha256/ab/….mp4` → `../ab/….mp4`, as one blob names another. */
export function hrefFromBlob(href: string): string {
  return `../${href.slice(ROOT.length)}`;
}

/** The inverse of `hrefFromBlob`. What is no such address comes back as it is and fails the schema. */
export function hrefFromRoot(relative: string): string {
  return relative.startsWith('../') ? ROOT + relative.slice(3) : relative;
}
