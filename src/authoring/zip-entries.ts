/**
 * What a zip of an issue folder may hold, judged from its list of contents before anything is unpacked. Archives come from
 * the studio (stored) and from whatever a person's computer zips with (deflated, Chinese names without a flag, a folder
 * around it all); nothing else is put up with.
 */
import type { Entry, FileEntry } from '@zip.js/zip.js';
import { checkPath } from './folder-path.ts';
import type { SourcePath } from './issue-source.ts';
import { ZipError } from './zip-error.ts';

export interface ZipLimits {
  readonly maxFiles: number;
  /** Of everything, unpacked. */
  readonly maxTotalBytes: number;
  /** Of one file, unpacked. */
  readonly maxFileBytes: number;
}

export const ZIP_LIMITS: ZipLimits = {
  maxFiles: 2000,
  maxTotalBytes: 8 * 2 ** 30,
  maxFileBytes: 4 * 2 ** 30,
};

/** Text shrinks to a tenth and videos not at all; from here on it is a bomb, unless it is small. */
const MAX_RATIO = 200;
const SMALL_BYTES = 2 ** 20;

const ISSUE_FILE = 'issue.json';
/** What Mac and Windows put into folders by themselves. */
const LITTER = /(?:^|\/)(?:__MACOSX\/.*|\.DS_Store|Thumbs\.db|desktop\.ini)$/iu;

/** The files by their path in the issue folder. @throws ZipError */
export function issueEntries(
  entries: readonly Entry[],
  limits: ZipLimits,
): ReadonlyMap<SourcePath, FileEntry> {
  if (entries.length > limits.maxFiles) throw new ZipError('too-many', String(entries.length));
  for (const entry of entries) refuseUnsafe(entry);
  refuseOverlaps(entries);
  const files = entries.filter(
    (entry): entry is FileEntry => !entry.directory && !LITTER.test(entry.filename),
  );
  refuseTwins(files);
  refuseTooLarge(files, limits);
  const around = folderAround(files);
  return new Map(files.map((entry) => [entry.filename.slice(around.length), entry]));
}

function refuseUnsafe(entry: Entry): void {
  const { filename, symlink, encrypted, directory } = entry;
  if (symlink) throw new ZipError('link', filename);
  if (encrypted) throw new ZipError('encrypted', filename);
  const path = directory ? filename.replace(/\/$/u, '') : filename;
  // A trailing dot or space is dropped by Windows, a direction mark shows another name than there is.
  const isOdd = /[. ](?:\/|$)|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(path);
  if (!checkPath(path) || isOdd || isDevice(path)) throw new ZipError('unsafe', JSON.stringify(filename));
}

/** Names Windows keeps for itself, with any extension. */
function isDevice(path: string): boolean {
  return path.split('/').some((part) => /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu.test(part));
}

/** Two names that one computer tells apart and another does not. */
function refuseTwins(files: readonly FileEntry[]): void {
  const seen = new Set<string>();
  for (const { filename } of files) {
    const key = filename.normalize('NFKC').toLowerCase().normalize('NFKC');
    if (seen.has(key)) throw new ZipError('duplicate', filename);
    seen.add(key);
  }
}

/** Bytes that belong to two files: a small archive that unpacks to a large one. */
function refuseOverlaps(entries: readonly Entry[]): void {
  let end = 0;
  for (const { filename, rawFilename, offset, compressedSize } of entries.toSorted(
    (a, b) => a.offset - b.offset,
  )) {
    if (offset < end) throw new ZipError('overlap', filename);
    end = offset + 30 + rawFilename.byteLength + compressedSize;
  }
}

function refuseTooLarge(files: readonly FileEntry[], { maxFileBytes, maxTotalBytes }: ZipLimits): void {
  let total = 0;
  for (const { filename, compressedSize, uncompressedSize } of files) {
    total += uncompressedSize;
    if (uncompressedSize > maxFileBytes || total > maxTotalBytes) throw new ZipError('too-large', filename);
    if (uncompressedSize > SMALL_BYTES && uncompressedSize > compressedSize * MAX_RATIO)
      throw new ZipError('bomb', filename);
  }
}

/** `十二月/` when the folder itself was zipped rather than what is in it. @throws ZipError `no-issue` */
function folderAround(files: readonly FileEntry[]): string {
  if (files.some(({ filename }) => filename === ISSUE_FILE)) return '';
  const [first = ''] = files.map(({ filename }) => filename);
  const folder = first.slice(0, first.indexOf('/') + 1);
  const isAround = folder !== '' && files.every(({ filename }) => filename.startsWith(folder));
  if (!isAround || !files.some(({ filename }) => filename === folder + ISSUE_FILE))
    throw new ZipError('no-issue');
  return folder;
}
