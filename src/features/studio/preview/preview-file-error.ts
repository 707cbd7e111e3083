/** Why a file could not be opened as a preview. Sentences are in `studio-preview`, under `file.problem`. */
export type PreviewFileFault =
  | 'not-a-zip'
  /** A signed pack, which is imported. */
  | 'a-pack'
  /** Cut off or changed. */
  | 'damaged'
  /** Made by a newer version of the app. */
  | 'newer'
  | 'no-issue'
  | 'unreadable'
  | 'club-unknown';

export class PreviewFileError extends Error {
  override readonly name = 'PreviewFileError';
  readonly fault: PreviewFileFault;
  /** `unreadable`: what is wrong, in the person's language; `club-unknown`: which club. */
  readonly detail: string;
  constructor(fault: PreviewFileFault, detail = '') {
    super(`${fault}: ${detail}`);
    this.fault = fault;
    this.detail = detail;
  }
}
