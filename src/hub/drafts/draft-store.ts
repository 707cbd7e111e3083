/**
 * Months being made, kept on the hub's disk under `<data>/drafts/<issue>/`: `month.json` (the head) and `documents/<sha256>.json`. A write
 * puts its documents down first and switches the head last, each by temp, fsync and rename, so a kill leaves the month as it was or as it
 * was to be. Documents no head names any more are kept for a while (`old-documents.ts`): the last way back.
 */
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import {
  DraftIssueSchema,
  DraftPieceSchema,
  type DraftIssue,
  type DraftPiece,
} from '../../authoring/draft/model.ts';
import { attachmentsIn } from '../../authoring/draft/attachments-in.ts';
import { canonicalJson } from '../../authoring/draft/canonical-json.ts';
import { tellTrouble } from '../trouble.ts';
import { durableWrite } from '../store/durable-write.ts';
import { ifThere } from '../store/if-there.ts';
import { attachmentFolder, type StoredAttachment } from './attachment-folder.ts';
import { HubDraftError } from './draft-error.ts';
import { DraftHeadSchema, etagOf, tagOf, type DraftHead } from './draft-head.ts';
import { inTurn } from './in-turn.ts';
import { markEnded, sweepDocuments } from './old-documents.ts';

export interface HubDraft {
  readonly issue: DraftIssue;
  /** Every piece the month has or had, by rising id; its list is `issue.pieces`. */
  readonly pieces: readonly DraftPiece[];
  /** Strong, without quotes. */
  readonly etag: string;
  readonly isRemoved: boolean;
  /** RFC 3339. */
  readonly updatedAt: string;
  readonly by: string;
}

export interface HubDraftEntry {
  readonly id: string;
  readonly club: string;
  readonly month: string;
  readonly title: string;
  readonly etag: string;
  readonly isRemoved: boolean;
  readonly updatedAt: string;
  readonly by: string;
}

/** What is to be different; what is left out stays as it is. */
export interface HubDraftChange {
  readonly issue?: DraftIssue;
  readonly pieces?: readonly DraftPiece[];
  readonly isRemoved?: boolean;
}

export interface HubDrafts {
  /** Null where there is no such month. @throws HubDraftError `draft-unreadable` */
  read(issueId: string): Promise<HubDraft | null>;
  /** The bytes of a file the month names; null until they have been uploaded. */
  openAttachment(issueId: string, attachmentId: string): Promise<StoredAttachment | null>;
  /** Those of a month that are here, by attachment id. */
  filesOf(issueId: string): Promise<ReadonlyMap<string, StoredAttachment>>;
  /** Who took it off the queue, by role; null while it is on it, or was never here. @throws HubDraftError `draft-unreadable` */
  takenOffBy(issueId: string): Promise<string | null>;
  /** Newest month first, those in the bin too. */
  list(): Promise<readonly HubDraftEntry[]>;
  /**
   * All of it or nothing.
   * @param ifMatch The etag this change was made on; null for a month that must not be here yet.
   * @param by The role of who writes.
   * @returns The month's new etag.
   * @throws HubDraftError `draft-changed`, `draft-missing`, `draft-incomplete`, `no-room`
   */
  write(issueId: string, change: HubDraftChange, ifMatch: string | null, by: string): Promise<string>;
  /** Removes documents and months in the bin that are past their time. */
  sweep(nowMs: number): Promise<void>;
}

/** `2026-12-silent-world` → `silent-world`; null for what is no issue's id, which never becomes a path. */
export function clubOfIssue(issueId: string): string | null {
  return /^\d{4}-\d{2}-(?<club>[a-z0-9][a-z0-9-]{0,55})$/u.exec(issueId)?.groups?.['club'] ?? null;
}

const DAY_MS = 86_400_000;
const BIN_MS = 90 * DAY_MS;

/** @param data The hub's data folder, absolute. */
export function openHubDrafts(data: string): HubDrafts {
  const root = path.join(data, 'drafts');
  const temporary = path.join(data, 'temporary');
  const attachments = attachmentFolder(data);
  const turn = inTurn();
  const folderOf = (issueId: string): string => path.join(root, issueId);
  const headOf = (issueId: string): string => path.join(folderOf(issueId), 'month.json');
  const documentOf = (issueId: string, tag: string): string =>
    path.join(folderOf(issueId), 'documents', `${tag}.json`);

  async function readHead(issueId: string): Promise<DraftHead | null> {
    if (clubOfIssue(issueId) === null) return null;
    const text = await ifThere(() => readFile(headOf(issueId), 'utf8'));
    return text === null ? null : parse(DraftHeadSchema, text, headOf(issueId));
  }

  const readDocument = async <T>(
    issueId: string,
    tag: string,
    schema: v.GenericSchema<unknown, T>,
  ): Promise<T> => {
    const file = documentOf(issueId, tag);
    const text = await readFile(file, 'utf8').catch((error: unknown) => {
      throw new HubDraftError('draft-unreadable', file, { cause: error });
    });
    return parse(schema, text, file);
  };

  async function read(issueId: string): Promise<HubDraft | null> {
    const head = await readHead(issueId);
    if (head === null) return null;
    const [issue, ...pieces] = await Promise.all([
      readDocument(issueId, head.issue, DraftIssueSchema),
      ...Object.keys(head.pieces)
        .sort()
        .map((id) => readDocument(issueId, head.pieces[id] ?? '', DraftPieceSchema)),
    ]);
    return { issue, pieces, etag: etagOf(head), isRemoved: head.removedAt !== undefined, ...signed(head) };
  }

  async function putDocument(issueId: string, document: DraftIssue | DraftPiece): Promise<string> {
    const tag = tagOf(document);
    await durableWrite(documentOf(issueId, tag), temporary, (file) =>
      file.writeFile(canonicalJson(document)),
    );
    return tag;
  }

  async function write(
    issueId: string,
    change: HubDraftChange,
    ifMatch: string | null,
    by: string,
  ): Promise<string> {
    const before = await readHead(issueId);
    if (before === null && ifMatch !== null) throw new HubDraftError('draft-missing', issueId);
    if (before !== null && etagOf(before) !== ifMatch) throw new HubDraftError('draft-changed', issueId);
    checkWhole(issueId, change, before);
    const pieces = { ...before?.pieces };
    for (const piece of change.pieces ?? []) pieces[piece.id] = await putDocument(issueId, piece);
    const issue = change.issue === undefined ? before?.issue : await putDocument(issueId, change.issue);
    if (issue === undefined) throw new HubDraftError('draft-incomplete', issueId);
    const updatedAt = new Date().toISOString();
    const isRemoved = change.isRemoved ?? before?.removedAt !== undefined;
    const next: DraftHead = {
      version: 1,
      issue,
      pieces,
      ...(isRemoved && { removedAt: before?.removedAt ?? updatedAt }),
      updatedAt,
      by,
    };
    for (const tag of before === null ? [] : tagsOf(before))
      if (!tagsOf(next).has(tag)) await markEnded(documentOf(issueId, tag));
    await durableWrite(headOf(issueId), temporary, (file) => file.writeFile(JSON.stringify(next)));
    return etagOf(next);
  }

  /** What the head will name must be there, and everything must be this month's. */
  function checkWhole(
    issueId: string,
    { issue, pieces = [] }: HubDraftChange,
    before: DraftHead | null,
  ): void {
    const club = clubOfIssue(issueId);
    const isOwn = issue === undefined || (issue.id === issueId && issueId === `${issue.month}-${issue.club}`);
    if (club === null || !isOwn) throw new HubDraftError('draft-incomplete', issueId);
    const known = new Set([...Object.keys(before?.pieces ?? {}), ...pieces.map(({ id }) => id)]);
    const lost = issue?.pieces.find((id) => !known.has(id));
    if (lost !== undefined) throw new HubDraftError('draft-incomplete', `${issueId}/${lost}`);
  }

  async function filesOf(issueId: string): Promise<ReadonlyMap<string, StoredAttachment>> {
    const draft = await read(issueId);
    const found = new Map<string, StoredAttachment>();
    if (draft === null) return found;
    for (const { id } of attachmentsIn([draft.issue, draft.pieces])) {
      const stored = await attachments.find(draft.issue.club, id);
      if (stored !== null) found.set(id, stored);
    }
    return found;
  }

  async function entryOf(id: string): Promise<readonly HubDraftEntry[]> {
    const head = await readHead(id);
    if (head === null) return [];
    const { club, month, title } = await readDocument(id, head.issue, DraftIssueSchema);
    const isRemoved = head.removedAt !== undefined;
    return [{ id, club, month, title, etag: etagOf(head), isRemoved, ...signed(head) }];
  }

  const issueIds = async (): Promise<readonly string[]> =>
    ((await ifThere(() => readdir(root))) ?? []).filter((id) => clubOfIssue(id) !== null);

  return {
    read,
    filesOf,
    async takenOffBy(issueId) {
      const head = await readHead(issueId);
      return head?.removedAt === undefined ? null : head.by;
    },
    async openAttachment(issueId, attachmentId) {
      const draft = await read(issueId);
      const isNamed =
        draft !== null && attachmentsIn([draft.issue, draft.pieces]).some(({ id }) => id === attachmentId);
      return isNamed ? attachments.find(draft.issue.club, attachmentId) : null;
    },
    async list() {
      const entries = await Promise.all(
        (await issueIds()).map(async (id): Promise<readonly HubDraftEntry[]> => {
          try {
            return await entryOf(id);
          } catch (error) {
            // One damaged month must not hide the others; whoever opens it is told.
            if (!(error instanceof HubDraftError)) throw error;
            tellTrouble(error);
            return [];
          }
        }),
      );
      return entries.flat().sort((a, b) => (a.id < b.id ? 1 : -1));
    },
    write: (issueId, change, ifMatch, by) =>
      turn(issueId, () => withRoomError(() => write(issueId, change, ifMatch, by))),
    async sweep(nowMs) {
      // A damaged month keeps what it has, and no other from being swept.
      for (const id of await issueIds()) await turn(id, () => sweepMonth(id, nowMs)).catch(tellTrouble);
    },
  };

  async function sweepMonth(issueId: string, nowMs: number): Promise<void> {
    const head = await readHead(issueId);
    if (head === null) return;
    if (head.removedAt !== undefined && nowMs - Date.parse(head.removedAt) > BIN_MS)
      return rm(folderOf(issueId), { recursive: true });
    await sweepDocuments(path.join(folderOf(issueId), 'documents'), tagsOf(head), nowMs);
  }
}

const tagsOf = ({ issue, pieces }: DraftHead): ReadonlySet<string> =>
  new Set([issue, ...Object.values(pieces)]);

const signed = ({ updatedAt, by }: DraftHead) => ({ updatedAt, by });

function parse<T>(schema: v.GenericSchema<unknown, T>, text: string, file: string): T {
  try {
    return v.parse(schema, JSON.parse(text));
  } catch (error) {
    throw new HubDraftError('draft-unreadable', file, { cause: error });
  }
}

async function withRoomError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isFull =
      error instanceof Error && 'code' in error && ['ENOSPC', 'EDQUOT'].includes(String(error.code));
    if (isFull) throw new HubDraftError('no-room', error.message, { cause: error });
    throw error;
  }
}
