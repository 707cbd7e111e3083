/** Why the hub did not take or give a draft; the code is what the studio turns into a sentence. */
export type DraftFault =
  /** Somebody else wrote in between: read again, merge, try again. */
  | 'draft-changed'
  /** A month of that id is not here. */
  | 'draft-missing'
  /** The month's list names a piece nobody sent, or the id does not belong to the month and its club. */
  | 'draft-incomplete'
  /** Written by a newer hub, or damaged on disk. */
  | 'draft-unreadable'
  | 'no-room';

export class HubDraftError extends Error {
  override readonly name = 'HubDraftError';
  readonly fault: DraftFault;
  constructor(fault: DraftFault, detail: string, options?: ErrorOptions) {
    super(`${fault}: ${detail}`, options);
    this.fault = fault;
  }
}
