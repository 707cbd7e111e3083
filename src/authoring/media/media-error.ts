/** A file that cannot be looked into at all; `problem-text.ts` says each in a sentence with its cure. */
export type MediaErrorCode =
  | 'media-missing'
  | 'media-empty'
  /** A web page, a document, anything that is neither sound nor pictures. */
  | 'media-not-media'
  /** Cut off or broken. */
  | 'media-damaged'
  /** Repairing came to nothing; the original is untouched. */
  | 'media-not-repairable';

export class MediaError extends Error {
  override readonly name = 'MediaError';
  readonly code: MediaErrorCode;

  constructor(code: MediaErrorCode, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}
