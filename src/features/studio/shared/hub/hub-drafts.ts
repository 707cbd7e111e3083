/** The hub's drafts, as the studio asks for them. Everything rejects with `HubProblem`. */
import * as v from 'valibot';
import type { DraftMonth } from '../../../../authoring/draft/merge-drafts.ts';
import {
  DraftIssueSchema,
  DraftPieceSchema,
  DraftTermSchema,
  type DraftIssue,
  type DraftPiece,
} from '../../../../authoring/draft/model.ts';
import { askHub, fetchHub, HubProblem } from './hub-client.ts';
import { byPieceId } from './month-document.ts';

const EntrySchema = v.object({
  id: v.string(),
  club: v.string(),
  etag: v.string(),
  isRemoved: v.boolean(),
  /** The role who wrote it last. */
  by: v.string(),
});
export type HubEntry = v.InferOutput<typeof EntrySchema>;

const MonthSchema = v.object({
  issue: DraftIssueSchema,
  pieces: v.array(DraftPieceSchema),
  isRemoved: v.boolean(),
});

const FilesSchema = v.object({
  files: v.record(v.string(), v.object({ sha256: v.string(), bytes: v.number() })),
});
export type HubFiles = v.InferOutput<typeof FilesSchema>['files'];

const ClubWordsSchema = v.object({
  terms: v.array(DraftTermSchema),
  readings: v.record(v.string(), v.string()),
});
export type HubWords = v.InferOutput<typeof ClubWordsSchema>;
export const parseWords = (document: string): HubWords => v.parse(ClubWordsSchema, JSON.parse(document));

const WrittenSchema = v.object({ etag: v.string() });

export interface MonthChange {
  readonly issue?: DraftIssue;
  readonly pieces: readonly DraftPiece[];
  readonly isRemoved: boolean;
}

export interface Tagged<T> {
  readonly value: T;
  readonly etag: string;
}

/** Where files of a month, or of a club's words, are asked for. */
export const filesPath = (owner: string): string =>
  owner.startsWith('words ') ? `/club-words/${owner.slice(6)}/files` : `/drafts/${owner}/files`;

export interface HubDrafts {
  list(): Promise<readonly HubEntry[]>;
  read(id: string): Promise<Tagged<DraftMonth>>;
  /** @param ifMatch null for a month the hub must not have. @returns the new tag. */
  write(id: string, change: MonthChange, ifMatch: string | null): Promise<string>;
  readWords(club: string): Promise<Tagged<HubWords>>;
  writeWords(club: string, words: HubWords, ifMatch: string): Promise<string>;
  /** Of a month, or of `words <club>`: which of its files the hub has. */
  files(owner: string): Promise<HubFiles>;
}

export const hubDrafts: HubDrafts = {
  list: async () => (await askHub('GET', '/drafts', v.object({ drafts: v.array(EntrySchema) }))).drafts,
  async read(id) {
    const { value, etag } = await readTagged(`/drafts/${id}`, MonthSchema);
    const { issue, pieces, isRemoved } = value;
    return { value: { issue, pieces: byPieceId(pieces), isRemoved }, etag };
  },
  write: async (id, change, ifMatch) =>
    (await askHub('PATCH', `/drafts/${id}`, WrittenSchema, { body: change, headers: onTop(ifMatch) })).etag,
  readWords: (club) => readTagged(`/club-words/${club}`, ClubWordsSchema),
  writeWords: async (club, words, ifMatch) =>
    (await askHub('PUT', `/club-words/${club}`, WrittenSchema, { body: words, headers: onTop(ifMatch) }))
      .etag,
  files: async (owner) => (await askHub('GET', filesPath(owner), FilesSchema)).files,
};

const onTop = (ifMatch: string | null): Record<string, string> =>
  ifMatch === null ? { 'if-none-match': '*' } : { 'if-match': `"${ifMatch}"` };

async function readTagged<T>(path: string, schema: v.GenericSchema<unknown, T>): Promise<Tagged<T>> {
  const response = await fetchHub('GET', path);
  const etag = /^"(?<tag>[0-9a-f]{64})"$/u.exec(response.headers.get('etag') ?? '')?.groups?.['tag'];
  const answer: unknown = await response.json().catch(() => null);
  const parsed = v.safeParse(schema, answer);
  if (etag === undefined || !parsed.success) throw new HubProblem('failed', response.status);
  return { value: parsed.output, etag };
}
