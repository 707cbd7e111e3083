/** Why a pack was not taken. Each fault has a sentence and a way out in the interface (namespace `pack`). */
export type PackFault =
  | 'not-a-zip' // no archive at all: a sign-in page saved as a file, an empty file
  | 'truncated' // begins as a pack and stops before its end: a copy that was broken off
  | 'unreadable' // the file could not be read: the stick was pulled out
  | 'multi-disk' // cut into pieces by another program; our volumes are packs of their own
  | 'junk' // bytes that belong to no file: before, between or after
  | 'zip64-lies' // the two sets of sizes of a large archive contradict each other
  | 'inconsistent' // records that contradict each other, or that readers understand differently
  | 'too-many-entries'
  | 'too-large' // a list of contents or a catalogue above its cap, so it was not even parsed
  | 'unsafe' // a name that leads elsewhere (.., /, \, C:, NUL), or a link
  | 'duplicate' // two names that are one on some tablets: the same, or differing in case or Unicode form
  | 'overlap' // two files share bytes: a bomb
  | 'encrypted'
  | 'compressed' // ours never are: what is stored is what is verified
  | 'unknown-entry' // neither the catalogue nor a blob
  | 'wrong-size' // another size than the catalogue or the archive itself promises
  | 'catalogue-missing'
  | 'catalogue-not-first';

export class PackError extends Error {
  override readonly name = 'PackError';
  readonly fault: PackFault;
  constructor(fault: PackFault, detail: string) {
    super(`${fault}: ${detail}`);
    this.fault = fault;
  }
}
