/** Looks into every file of an issue. Nothing is published here; what comes out says whether it may be. */
import path from 'node:path';
import type { FolderReader, IssueSource } from '../../authoring/issue-source.ts';
import type { Finding } from '../../core/checks/finding.ts';
import { filesOfIssue, type NamedFile } from './folder-files.ts';
import type { StagedBlob } from './blob.ts';
import type { Notice } from './notice.ts';
import { noticeOf, noticeOfFinding, noticeOfMedia, noticeOfMediaError } from './notices.ts';
import { prepareMedia } from './prepare-media.ts';
import { preparePicture } from './prepare-picture.ts';
import { timePiece, type TimedPiece } from '../../authoring/time-piece.ts';
import type { PreparedFiles, PreparedPiece } from './prepared.ts';
import { trimToMedia } from './trim-cues.ts';

export interface PreparedIssue {
  readonly files: PreparedFiles;
  readonly pieces: readonly PreparedPiece[];
  readonly notices: readonly Notice[];
}

interface Workplace {
  /** Absolute. */
  readonly root: string;
  readonly folder: FolderReader;
  readonly temporary: string;
  report(line: string): void;
  /** After each file. */
  onFile?(done: number, total: number): void;
}

export async function prepareIssue(source: IssueSource, place: Workplace): Promise<PreparedIssue> {
  const notices: Notice[] = [];
  const files = new Map<string, StagedBlob>();
  const all = filesOfIssue(source);
  for (const [index, named] of all.entries()) {
    place.onFile?.(index, all.length);
    // Missing files have been named, with the line that names them, by the folder reader.
    if (!(await place.folder.exists(named.file))) continue;
    const prepared = await prepareFile(named, place);
    notices.push(...prepared.notices);
    if (prepared.blob !== null) files.set(named.file, prepared.blob);
  }
  const timed = await Promise.all(source.pieces.map((piece) => timePiece(piece, place.folder)));
  const trimmed = timed.map(({ piece }) => trimToMedia(piece, files));
  return {
    files,
    pieces: trimmed.map(({ piece }) => piece),
    notices: [...notices, ...timed.flatMap(timingNotices), ...trimmed.flatMap((result) => result.notices)],
  };
}

async function prepareFile(
  named: NamedFile,
  { root, temporary, report }: Workplace,
): Promise<{ readonly blob: StagedBlob | null; readonly notices: readonly Notice[] }> {
  const file = path.join(root, named.file);
  const { use } = named;
  if (use.kind === 'media') {
    report(`检查 ${named.file}`);
    const { blob, findings, error } = await prepareMedia(file, use.use, use.placeholder, temporary);
    const found = findings.map((finding) => noticeOfMedia(named, finding));
    return { blob, notices: error === undefined ? found : [...found, noticeOfMediaError(named, error)] };
  }
  const picture = await preparePicture(file, use.kind === 'bitmap-cover');
  if ('ref' in picture) return { blob: picture, notices: [] };
  const params = { file: named.file, found: picture.code === 'picture-unsafe' ? picture.found : '' };
  return { blob: null, notices: [noticeOf(picture.code, named.from, params, named.line)] };
}

function timingNotices({ piece, problems, bilingual }: TimedPiece): Notice[] {
  const timing = problems.map(({ file, track, problem }): Finding => {
    const { code, severity, line, params } = problem;
    const about = { piece: piece.source.id, ...(track !== undefined && { track }) };
    return {
      code,
      severity,
      where: { file, ...(line !== undefined && { line }) },
      params: { ...about, ...params },
    };
  });
  const languageOf = (file: string): string =>
    piece.captions.find(({ source }) => source.file === file)?.source.language ?? '';
  return [
    ...timing.map(noticeOfFinding),
    ...bilingual.map((file) => noticeOf('captions-bilingual', file, { file, language: languageOf(file) })),
  ];
}
