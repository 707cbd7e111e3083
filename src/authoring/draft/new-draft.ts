/** A month, or a piece, as it begins: everything it will have, and nothing in it yet. */
import type { PieceKind } from '../../core/reading/model.ts';
import type { Club } from '../../core/shelf/issue.ts';
import type { DraftIssue, DraftPiece, DraftSession, DraftTrack } from './model.ts';

export function newIssue(month: string, club: string): DraftIssue {
  return {
    version: 1,
    id: `${month}-${club}`,
    club,
    month,
    title: '',
    summary: '',
    cover: { drawing: null, bitmap: null, alt: '' },
    session: null,
    pieces: [],
    terms: [],
    reasons: {},
    release: { state: 'none' },
  };
}

interface NewPiece {
  readonly kind: PieceKind;
  readonly club: Club;
  /** Ids the month has or had: one that was taken off may be put back. */
  readonly taken: ReadonlySet<string>;
  readonly title?: string;
}

/** Its id is part of its address for good, so it does not come from a title that will change. */
export function newPiece({ kind, club, taken, title = '' }: NewPiece): DraftPiece {
  return {
    version: 1,
    id: freeId(kind, taken),
    kind,
    title,
    language: 'zh-Hans',
    blocks: [],
    questions: [],
    source: { author: '', permission: '' },
    tracks: club.requires[kind].includes('sign') ? [signTrack()] : [],
    captions: [],
    consent: false,
  };
}

function freeId(kind: PieceKind, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const id = `${kind}-${number}`;
    if (!taken.has(id)) return id;
  }
}

const signTrack = (): DraftTrack => ({
  id: 'sign-csl',
  kind: 'sign',
  language: 'csl',
  title: '国家通用手语',
  performer: '手语老师',
  media: null,
  marks: [],
  consent: false,
});

/**
 * Last month's plan without its content: the same kinds of pieces in the same order, the same tracks and who performs them, the
 * meeting at the same place and time. Its day is the same weekday of the same week of the new month.
 */
export function copySkeleton(
  { issue, pieces }: { readonly issue: DraftIssue; readonly pieces: readonly DraftPiece[] },
  month: string,
): { readonly issue: DraftIssue; readonly pieces: readonly DraftPiece[] } {
  const listed = issue.pieces.flatMap((id) => pieces.find((piece) => piece.id === id) ?? []);
  return {
    issue: {
      ...newIssue(month, issue.club),
      session: issue.session && nextSession(issue.session, month),
      pieces: listed.map(({ id }) => id),
    },
    pieces: listed.map(({ id, kind, language, tracks, source }) => ({
      version: 1,
      id,
      kind,
      title: '',
      language,
      blocks: [],
      questions: [],
      source: { author: source.author, permission: '' },
      tracks: tracks.map(emptyTrack),
      captions: [],
      consent: false,
    })),
  };
}

/** Notes are about one evening. */
function nextSession(session: DraftSession, month: string): DraftSession {
  const { notes: _, ...kept } = session;
  return { ...kept, date: sameWeekday(session.date, month) };
}

function emptyTrack(track: DraftTrack): DraftTrack {
  const { id, kind, language, title, performer, leadSeconds, tailSeconds } = track;
  return {
    id,
    kind,
    language,
    title,
    performer,
    media: null,
    marks: [],
    ...(leadSeconds !== undefined && { leadSeconds }),
    ...(tailSeconds !== undefined && { tailSeconds }),
    consent: false,
  };
}

const DAY_MS = 86_400_000;

/** `2026-11-28` (the fourth Saturday) and `2026-12` → `2026-12-26`. Where the month has no fifth one, the fourth. */
export function sameWeekday(date: string, month: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  const first = new Date(`${month}-01T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || Number.isNaN(first.getTime())) return '';
  const nth = Math.min(3, Math.floor((day.getUTCDate() - 1) / 7));
  const shift = (day.getUTCDay() - first.getUTCDay() + 7) % 7;
  return new Date(first.getTime() + (shift + nth * 7) * DAY_MS).toISOString().slice(0, 10);
}
