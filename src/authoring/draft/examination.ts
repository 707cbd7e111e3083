/**
 * Whether a piece was examined as its readers would have it now. Not by a number that rises with each save: what undo brings back is as
 * good as it was when it was examined, and a note for the interpreter changes nothing a reader sees.
 */
import type { BrokenRule, ExaminationDraft } from '../../core/checks/draft.ts';
import { pieceOfDraft } from './issue-of-draft.ts';
import type { DraftIssue, DraftPiece, Examination } from './model.ts';

/** 64 bits of what a reader gets of it. Enough to tell one state of a text from another; no protection against anybody. */
export function fingerprintOf(issue: DraftIssue, piece: DraftPiece): string {
  const { tracks, duration: _length, ...rest } = pieceOfDraft(issue, piece);
  const content = {
    ...rest,
    tracks: tracks.map(({ cues: _derived, ...track }) => track),
    // The last cue ends with its file, which may be measured a little longer elsewhere: as they were marked.
    marks: piece.tracks.map(({ marks, leadSeconds, tailSeconds }) => ({ marks, leadSeconds, tailSeconds })),
  };
  const text = JSON.stringify(inOrder(content));
  return `${hashOf(text, 0x811c9dc5)}${hashOf(text, 0x1b873593)}`;
}

/**
 * Parsed anew from disk, members of an object may come in another order. A file counts by its id: what is known of its length or size
 * is measured again elsewhere, and changes nothing a reader sees.
 */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  if ('sha256' in value) return value.sha256;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, member]) => [key, inOrder(member)]));
}

/** FNV-1a over UTF-16 units, in eight hexadecimal digits. */
function hashOf(text: string, seed: number): string {
  let hash = seed;
  for (let index = 0; index < text.length; index++) {
    // oxlint-disable-next-line unicorn/prefer-code-point -- units, each once
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

export function examinationOf(issue: DraftIssue, piece: DraftPiece): ExaminationDraft {
  const kept = issue.examined?.[piece.id];
  if (kept === undefined) return { state: 'none', broken: [] };
  const isCurrent = kept.of === fingerprintOf(issue, piece);
  return isCurrent ? { state: 'current', broken: kept.broken } : { state: 'outdated', broken: [] };
}

/** Each rule once, with every place of every look at the preview. */
export function examinationFrom(
  of: string,
  looks: readonly (readonly BrokenRule[])[],
  atMs: number,
): Examination {
  const rules = new Map<string, Examination['broken'][number]>();
  for (const { rule, help, places } of looks.flat()) {
    const before = rules.get(rule)?.places ?? [];
    const fresh = places.filter(({ text }) => !before.some((known) => known.text === text));
    rules.set(rule, {
      rule,
      help,
      places: [
        ...before,
        ...fresh.map(({ text, sentence }) => ({ text, ...(sentence !== undefined && { sentence }) })),
      ],
    });
  }
  return { of, atMs, broken: [...rules.values()] };
}

/** With this examination kept, and without those of pieces the month no longer has. */
export function withExamination(issue: DraftIssue, piece: string, examination: Examination): DraftIssue {
  const others = Object.entries(issue.examined ?? {}).filter(
    ([id]) => id !== piece && issue.pieces.includes(id),
  );
  return { ...issue, examined: Object.fromEntries([...others, [piece, examination]]) };
}

/** The month as it was at some time, with what is known of its pieces now. */
export function withExaminedOf(before: DraftIssue, now: DraftIssue): DraftIssue {
  const { examined: _, ...rest } = before;
  return now.examined === undefined ? rest : { ...rest, examined: now.examined };
}
