/** An issue folder in a zip (`<id>.issue.zip`, unsigned) as a bookcase. */
import { readIssueFolder } from '../../../authoring/issue-folder.ts';
import {
  filesOfFolder,
  issueOfFolder,
  pieceOfFolder,
  termsOfFolder,
} from '../../../authoring/issue-of-folder.ts';
import type { SourcePath } from '../../../authoring/issue-source.ts';
import { describeProblem, isAuthoringCode } from '../../../authoring/problem-text.ts';
import type { Wording } from '../../../authoring/prose.ts';
import { timePiece } from '../../../authoring/time-piece.ts';
import { boundariesByIntl } from '../../../authoring/words.ts';
import { openZipFolder, type ZipFolder } from '../../../authoring/zip-folder.ts';
import { describeZipError, ZipError } from '../../../authoring/zip-error.ts';
import type { BlobRef } from '../../../core/reading/model.ts';
import { blobHref } from '../../../core/shelf/blob-href.ts';
import type { Language } from '../../../i18n/languages.ts';
import { BookcaseError } from '../../../library/bookcase.ts';
import { PreviewFileError } from './preview-file-error.ts';
import type { PreviewFile, Surroundings } from './open-preview-file.ts';

/**
 * The studio's pieces carry their words and pinyin. A folder written by hand is cut by the browser and shown without pinyin: the
 * dictionary takes 250 MB, which is no matter for a tablet to look at a draft with.
 */
const WITHOUT_DICTIONARY: Wording = {
  book: {
    words: () => [],
    readingsOf: () => [],
    usesOf: () => new Map(),
    frequencyOf: () => 0,
    frequencies: () => [],
  },
  findBoundaries: boundariesByIntl,
};

/** @throws PreviewFileError */
export async function openIssueZip(file: File, { clubs, language }: Surroundings): Promise<PreviewFile> {
  const folder = await openFolder(file, language);
  const source = await readIssueFolder(folder, { wording: WITHOUT_DICTIONARY });
  const { issue: meta } = source;
  if (meta === null || source.pieces.length === 0) {
    const [first] = source.problems.filter(({ severity }) => severity === 'error');
    const why =
      first && isAuthoringCode(first.code)
        ? describeProblem({ ...first, code: first.code }, inZhOrEn(language))
        : '';
    throw new PreviewFileError(why === '' ? 'no-issue' : 'unreadable', why);
  }
  const club = clubs.find(({ id }) => id === meta.club);
  if (club === undefined) throw new PreviewFileError('club-unknown', meta.club);
  const { refOf, urlOf, close } = await openFiles(folder, filesOfFolder(source));
  const timed = await Promise.all(source.pieces.map((piece) => timePiece(piece, folder)));
  const pieces = timed.map(({ piece }) => pieceOfFolder(meta.id, piece, refOf));
  const issue = issueOfFolder(meta, pieces, refOf);
  const terms = termsOfFolder(meta.id, source, pieces, refOf);
  const only = <T>(id: string, answer: T | undefined): T => {
    if (id !== meta.id || answer === undefined) throw new BookcaseError('not-found', id);
    return answer;
  };
  return {
    title: meta.title,
    club,
    close,
    bookcase: {
      clubs: async () => [club],
      issues: async (of) => (of === club.id ? [issue] : []),
      issue: async (id) => only(id, issue),
      piece: async (id, piece) =>
        only(
          id,
          pieces.find((one) => one.id === piece),
        ),
      terms: async (of) => ({ terms: of === club.id ? terms : [], missing: [] }),
      urlOf,
      refresh: async () => false,
    },
  };
}

const inZhOrEn = (language: Language) => (language === 'en' ? 'en' : 'zh');

async function openFolder(file: File, language: Language): Promise<ZipFolder> {
  try {
    return await openZipFolder({
      size: file.size,
      // Slices, never `.stream()`: Safari fails to stream picked files.
      slice: async (start, end) => new Uint8Array(await file.slice(start, end).arrayBuffer()),
    });
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    if (error.fault === 'not-a-zip' || error.fault === 'no-issue') throw new PreviewFileError(error.fault);
    throw new PreviewFileError('unreadable', describeZipError(error, inZhOrEn(language)));
  }
}

const TYPES: Readonly<Record<string, string>> = {
  mp4: 'video/mp4',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
};

/** Each file as one blob of this window, so that it can be sought in; named by its place in the list. */
async function openFiles(folder: ZipFolder, paths: readonly SourcePath[]) {
  const refs = new Map<SourcePath, BlobRef>();
  const urls = new Map<string, string>();
  for (const [index, path] of [...new Set(paths)].entries()) {
    const extension =
      /\.(?<extension>[a-z0-9]{1,8})$/iu.exec(path)?.groups?.['extension']?.toLowerCase() ?? 'bin';
    const type = TYPES[extension] ?? 'application/octet-stream';
    const blob = await blobOf(folder, path, type);
    const sha256 = index.toString(16).padStart(64, '0');
    refs.set(path, { href: blobHref(sha256, extension), sha256, size: Math.max(1, blob.size), type });
    urls.set(sha256, URL.createObjectURL(blob));
  }
  return {
    refOf(path: SourcePath): BlobRef {
      const ref = refs.get(path);
      if (ref === undefined) throw new PreviewFileError('unreadable', path);
      return ref;
    },
    urlOf(blob: BlobRef): string {
      const url = urls.get(blob.sha256);
      if (url === undefined) throw new Error(`No such file in the preview: ${blob.href}`);
      return url;
    },
    close(): void {
      for (const url of urls.values()) URL.revokeObjectURL(url);
      urls.clear();
    },
  };
}

/** A file that is named and not there is of no length: its page then says that it cannot be shown. */
async function blobOf(folder: ZipFolder, path: SourcePath, type: string): Promise<Blob> {
  const parts: Blob[] = [];
  if (await folder.exists(path)) {
    // Blobs of blobs: the browser may put each on disk while the next is unpacked.
    for await (const bytes of folder.stream(path)) parts.push(new Blob([bytes]));
  }
  return new Blob(parts, { type });
}
