/** What every entry of a pack must be, and all of them together. The first rule that is broken names the fault. */
import type { Directory, Entry } from './directory.ts';
import { PackError } from './pack-error.ts';
import {
  BLOB_NAME,
  CATALOGUE_NAME,
  FLAG_UTF8,
  FLAGS_ENCRYPTED,
  LOCAL,
  MAX_CATALOGUE_BYTES,
  MAX_EXTRA_BYTES,
} from './zip-format.ts';

/**
 * From the gravest down, so that a bomb is called a bomb and not a compressed file.
 * @throws PackError
 */
export function checkEntries(directory: Directory): void {
  checkStoredEntries(directory);
  const { entries } = directory;
  for (const { name } of entries)
    if (name !== CATALOGUE_NAME && !BLOB_NAME.test(name)) throw new PackError('unknown-entry', name);
  const [first] = entries;
  if (first?.name !== CATALOGUE_NAME) {
    const isThere = entries.some(({ name }) => name === CATALOGUE_NAME);
    throw new PackError(isThere ? 'catalogue-not-first' : 'catalogue-missing', first?.name ?? 'empty');
  }
  if (first.size > MAX_CATALOGUE_BYTES) throw new PackError('too-large', `catalogue of ${first.size} bytes`);
}

/**
 * Without what is a pack's alone, its names: files that are stored, each once, none over another.
 * @throws PackError
 */
export function checkStoredEntries({ entries, start }: Directory): void {
  for (const entry of entries) refuseUnsafe(entry);
  refuseTwins(entries);
  refuseGapsAndOverlaps(entries, start);
  for (const entry of entries) refuseForeign(entry);
}

/** Leads out of a folder, to another drive or device, or hides what it is. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const UNSAFE_NAME = /(^|[/\\])\.{1,2}([/\\]|$)|^[/\\]|\\|:|[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/u;

function refuseUnsafe({ name, isSymlink }: Entry): void {
  if (name === '' || UNSAFE_NAME.test(name) || isSymlink) throw new PackError('unsafe', name);
}

/** Two names that one tablet tells apart and another does not. */
function refuseTwins(entries: readonly Entry[]): void {
  const seen = new Set<string>();
  for (const { name } of entries) {
    // Copies of one blob under two types are twins too: a tablet stores by hash.
    const key = BLOB_NAME.exec(name)?.[2] ?? name.normalize('NFKC').toLowerCase().normalize('NFKC');
    if (seen.has(key)) throw new PackError('duplicate', name);
    seen.add(key);
  }
}

/**
 * Each file begins where the one before it ends, and the last ends at the list of contents. How long a file's own header
 * is stands in that header; `locate` holds it to the byte when the file is read.
 */
function refuseGapsAndOverlaps(entries: readonly Entry[], directoryStart: number): void {
  const [first] = entries;
  if (first !== undefined && first.offset > 0) throw new PackError('junk', `${first.offset} bytes in front`);
  entries.forEach(({ name, nameBytes, offset, stored }, index) => {
    const room = (entries[index + 1]?.offset ?? directoryStart) - offset;
    const least = LOCAL.bytes + nameBytes.byteLength + stored;
    if (room < least) throw new PackError('overlap', name);
    if (room > least + MAX_EXTRA_BYTES) throw new PackError('junk', `after ${name}`);
  });
}

function refuseForeign({ name, flags, method, size, stored }: Entry): void {
  if ((flags & FLAGS_ENCRYPTED) !== 0 || method === 99) throw new PackError('encrypted', name);
  if (method !== 0) throw new PackError('compressed', name);
  if (stored !== size) throw new PackError('wrong-size', name);
  // Sizes that follow the data are found differently by every parser (4.4.4, bit 3).
  if ((flags & ~FLAG_UTF8) !== 0) throw new PackError('inconsistent', `flags ${flags} of ${name}`);
}
