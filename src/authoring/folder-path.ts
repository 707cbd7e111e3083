/** Paths an author may write: files of the issue folder and nothing outside it, on any system. */
const UNSAFE_PART = /^(?:|\.|\.\.)$/u;
// eslint-disable-next-line no-control-regex -- control characters are exactly what must not be in a path
const UNSAFE_CHARACTER = /[\\:*?"<>|\u0000-\u001f\u007f]/u;

/** True for `media/01-sign.mp4`; false for absolute paths, `..`, backslashes, drive letters, addresses and empty parts. */
export function checkPath(path: string): boolean {
  return (
    path.length <= 240 &&
    !UNSAFE_CHARACTER.test(path) &&
    !path.split('/').some((part) => UNSAFE_PART.test(part))
  );
}
