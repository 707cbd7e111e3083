/** Publishing one issue folder: everything is looked into first, blobs are written next, the catalogue is switched last. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { readIssueFolder } from '../../authoring/issue-folder.ts';
import type { IssueSource } from '../../authoring/issue-source.ts';
import { openNodeFolder } from '../../authoring/node-folder.ts';
import { checkIssue } from '../../core/checks/checks.ts';
import { reasonFor } from '../../core/checks/finding-key.ts';
import { nextSequence } from '../../core/shelf/sign.ts';
import { HubError } from '../hub-error.ts';
import type { OpenShelf } from '../open-shelf.ts';
import { changeShelf, type ShelfContents, type ShelfState } from '../shelf-state.ts';
import { durableWrite } from '../store/durable-write.ts';
import { buildIssue, type IssueToBuild } from './build-issue.ts';
import { issueDraft } from './issue-draft.ts';
import { isRefused, type Notice } from './notice.ts';
import { noticeOf, noticeOfFinding, noticeOfProblem, noticeOfUnreasoned } from './notices.ts';
import { prepareIssue, type PreparedIssue } from './prepare-issue.ts';

export interface AddOptions {
  /** True only for the starter: stand-ins may stand where a real track is required. */
  readonly allowPlaceholders: boolean;
  /** Whether sentence ids are kept in the folder; false where the folder is not its author's. */
  readonly writesIds: boolean;
  /** Warnings of the checks stand only with the reason their author wrote: true for what the studio hands over. */
  readonly demandsReasons: boolean;
  readonly now: Date;
  /** Progress, one line each. */
  report(line: string): void;
  /** Progress in numbers: files looked into, files written. */
  onProgress?(step: 'checking' | 'writing', done: number, total: number): void;
  /** Everything is looked into and nothing is published. */
  readonly isOnlyChecked?: true;
  /** Told under the lock, when every file is on the shelf and before the catalogue is switched. */
  beforeSwitch?(planned: SwitchedTo): Promise<void>;
}

/** What the catalogue says of the issue. */
export interface SwitchedTo {
  /** Of the catalogue: the new one's, and in `beforeSwitch` the old one's. */
  readonly sequence: number;
  /** Address of the issue's manifest. */
  readonly manifest: string;
}

export interface AddOutcome {
  readonly notices: readonly Notice[];
  /** Null when nothing was published; then the shelf is as it was. */
  readonly published: { readonly id: string; readonly title: string; readonly isChanged: boolean } | null;
  /** Null with `published`. */
  readonly switched: SwitchedTo | null;
  /** Files that keep sentence ids, which there was no place to write; empty with `writesIds`. */
  readonly unwritten: readonly string[];
}

/** Findings the folder reader says too, in its own words: dropped where it has, so that nobody reads a thing twice. */
const saidByFolder: Readonly<Record<string, readonly string[]>> = {
  'term-unused': ['term-unused'],
  'term-unknown': ['term-unknown'],
  'session-times': ['session-times'],
  'piece-id-twice': ['piece-id-repeated'],
  'track-id-twice': ['track-repeated'],
  'film-track-missing': ['film-track', 'film-track-elsewhere'],
  'heading-skipped': ['heading-skipped'],
  'sentence-id-twice': ['sentence-repeated'],
  'alt-missing': ['figure-alt'],
};

/**
 * @param root Absolute path of the issue folder.
 * @throws HubError `shelf-full`, and what `changeShelf` and the store throw; then the shelf is as it was.
 */
export async function addIssue(root: string, shelf: OpenShelf, options: AddOptions): Promise<AddOutcome> {
  const folder = openNodeFolder(root);
  const temporary = path.join(shelf.temporary, randomUUID());
  try {
    options.report(`读取 ${path.basename(root)}`);
    const source = await readIssueFolder(folder);
    const prepared = await prepareIssue(source, {
      root,
      folder,
      temporary,
      report: options.report,
      onFile: (done, total) => options.onProgress?.('checking', done, total),
    });
    const notices = [
      ...source.problems.map(noticeOfProblem),
      ...prepared.notices,
      ...check(source, prepared, shelf, options),
    ];
    const { issue: meta } = source;
    const club = shelf.clubs.find(({ id }) => id === meta?.club);
    if (meta === null || club === undefined || isRefused(notices) || options.isOnlyChecked === true)
      return { notices, published: null, switched: null, unwritten: [] };
    const toBuild = { meta, club, terms: source.terms, pieces: prepared.pieces, files: prepared.files };
    const { isChanged, ...switched } = await changeShelf(shelf, options.now, (state) =>
      publish(shelf, state, toBuild, temporary, options),
    );
    for (const { file, text } of options.writesIds ? source.writes : []) {
      await durableWrite(path.join(root, file), root, (handle) => handle.writeFile(text));
    }
    const unwritten = options.writesIds ? [] : source.writes.map(({ file }) => file);
    return { notices, published: { id: meta.id, title: meta.title, isChanged }, switched, unwritten };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    throw code === 'ENOSPC' || code === 'EDQUOT'
      ? new HubError('shelf-full', { folder: shelf.temporary })
      : error;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

function check(
  source: IssueSource,
  prepared: PreparedIssue,
  shelf: OpenShelf,
  options: AddOptions,
): Notice[] {
  const { issue: meta, terms } = source;
  if (meta === null) return [];
  const club = shelf.clubs.find(({ id }) => id === meta.club);
  if (club === undefined) {
    const known = shelf.clubs.map(({ id }) => id).join(', ');
    return [noticeOf('club-unknown', 'issue.json', { club: meta.club, known })];
  }
  const draft = issueDraft(meta, club, terms, prepared.pieces, prepared.files);
  const said = new Set(source.problems.map(({ code }) => code));
  return checkIssue(draft, options).flatMap((finding): Notice[] => {
    const { code, severity } = finding;
    const reason = severity === 'warning' ? reasonFor(finding, meta.reasons ?? {}) : '';
    if (reason !== '') return [{ ...noticeOfFinding(finding), reason }];
    if (severity === 'warning' && options.demandsReasons) return [noticeOfUnreasoned(finding)];
    const isSaid = saidByFolder[code]?.some((other) => said.has(other)) === true;
    return isSaid ? [] : [noticeOfFinding(finding)];
  });
}

interface Published extends SwitchedTo {
  /** The issue differs from what the shelf had. */
  readonly isChanged: boolean;
}

/** Puts the blobs; the catalogue is its caller's. */
async function publish(
  { store }: OpenShelf,
  state: ShelfState,
  toBuild: IssueToBuild,
  temporary: string,
  { now, report, onProgress, beforeSwitch }: AddOptions,
): Promise<{ contents: ShelfContents; result: Published }> {
  const { id } = toBuild.meta;
  const previous = state.publications.find((publication) => publication.metadata.samePage.id === id);
  const { publication, blobs } = await buildIssue(toBuild, previous, now, temporary);
  report(`写入 ${blobs.length} 个文件`);
  for (const [index, blob] of blobs.entries()) {
    onProgress?.('writing', index, blobs.length);
    await store.putBlob(blob.ref, blob.source);
  }
  const manifest = publication.links[0].href;
  await beforeSwitch?.({ sequence: state.sequence, manifest });
  return {
    contents: {
      publications: [...state.publications.filter((other) => other !== previous), publication],
      withdrawn: state.withdrawn.filter((other) => other !== id),
    },
    result: {
      sequence: nextSequence(state.sequence, now.getTime()),
      manifest,
      isChanged: manifest !== previous?.links[0].href,
    },
  };
}
