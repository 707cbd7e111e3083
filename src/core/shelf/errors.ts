/** Why something of the shelf was not taken. Each has a sentence and a way out in the interface. */
export type ShelfFault =
  | 'not-signed' // no signature by the shelf's key over these exact bytes
  | 'older' // a lower sequence than one already seen: a replay, or a restored backup
  | 'malformed' // signed or named by hash, but not what the format says
  | 'newer' // made for a newer app
  | 'too-large' // above the cap for its kind, so it was not even parsed
  | 'wrong-size' // not as many bytes as promised
  | 'wrong-hash'; // as many bytes, but others

export class ShelfError extends Error {
  override readonly name = 'ShelfError';
  readonly fault: ShelfFault;
  constructor(fault: ShelfFault, detail: string) {
    super(`${fault}: ${detail}`);
    this.fault = fault;
  }
}
