/** What every reader of a folder's parts needs at hand: the files, and where to put what is wrong with them. */
import type { FolderReader, Problem, SourcePath } from './issue-source.ts';
import { problem } from './problem-text.ts';

export interface Desk {
  readonly folder: FolderReader;
  report(problem: Problem): void;
}

/** Null, with the reason reported against the place that named the file, when it is missing or is no UTF-8. */
export async function readTextFile(
  file: SourcePath,
  desk: Desk,
  namedAt: { readonly file: SourcePath; readonly line?: number | undefined } = { file },
): Promise<string | null> {
  if (!(await desk.folder.exists(file))) {
    desk.report(problem('file-missing', namedAt, { path: file }));
    return null;
  }
  try {
    return await desk.folder.readText(file);
  } catch {
    desk.report(problem('not-utf8', { file }));
    return null;
  }
}

/** Reports every named file that is not there, at the line that names it. */
export async function checkFilesExist(
  names: ReadonlyMap<SourcePath, number>,
  file: SourcePath,
  desk: Desk,
): Promise<void> {
  for (const [path, line] of names) {
    if (!(await desk.folder.exists(path))) desk.report(problem('file-missing', { file, line }, { path }));
  }
}
