/**
 * An issue as its author left it: what `readIssueFolder` makes of a folder (or a zip of one), before the publisher turns
 * file paths into blobs. Same shapes as the reading model except that pictures and media are still paths.
 */
import type { Block, PieceKind, Reading, Sentence, SentenceId, Term, TermId } from '../core/reading/model.ts';
import type { Session } from '../core/shelf/issue.ts';
import type { SigningSpace, TrackKind } from '../core/sync/track.ts';

/** A file of the issue folder: relative to its root, `/` between parts, never absolute, never with `..`. */
export type SourcePath = string;

/**
 * Something an author should know, said with the place and enough parameters to say the cure.
 * `describeProblem` (problem-text.ts) turns authoring's own codes into sentences.
 */
export interface Problem<Code extends string = string> {
  readonly file: SourcePath;
  /** 1-based line of `file`. */
  readonly line?: number;
  readonly code: Code;
  /** An error keeps the issue from being published; a warning is only said. */
  readonly severity: 'error' | 'warning';
  readonly params: Readonly<Record<string, string | number>>;
}

export interface PictureSource {
  readonly file: SourcePath;
  readonly alt: string;
}

export interface ClipSource {
  readonly file: SourcePath;
  /** A stand-in, badged 示例. */
  readonly placeholder?: true;
}

export interface TermSource extends Pick<Term, 'id' | 'word' | 'pinyin' | 'explanation' | 'example'> {
  /** True where the author gave no pinyin and `pinyin` is only our proposal. */
  readonly pinyinProposed: boolean;
  readonly picture?: PictureSource;
  readonly sign?: ClipSource;
  readonly audio?: ClipSource;
}

interface FigureSource {
  readonly type: 'figure';
  readonly image: SourcePath;
  readonly alt: string;
  /** The caption. */
  readonly sentences: Sentence[];
}

export type BlockSource = Exclude<Block, { type: 'figure' }> | FigureSource;

/** `Reading` with paths in place of blobs. `terms` are the cards of the terms this piece marks, in order of first mark. */
export interface ReadingSource extends Omit<Reading, 'blocks' | 'terms'> {
  readonly blocks: BlockSource[];
  readonly terms: TermSource[];
}

/** Who watched a sign track before release; deaf, or a second interpreter. By role, never by name. */
interface Review {
  readonly by: string;
  /** Local date `2026-10-20`. */
  readonly date: string;
}

export interface TrackSource {
  readonly id: string;
  readonly kind: TrackKind;
  readonly language: string;
  readonly title: string;
  readonly performer: string;
  readonly placeholder: boolean;
  readonly file: SourcePath;
  /** Absent only for a film's own track, whose sentence times then come from its captions. */
  readonly cues?: SourcePath;
  readonly signingSpace?: SigningSpace;
  /** Seconds to add to a film time to get the sign time. */
  readonly filmOffset?: number;
  readonly review?: Review;
  /** The performer agreed to be shown. */
  readonly consent: boolean;
  /** 1-based line of the piece's file where the track is declared. */
  readonly line?: number;
}

export interface CaptionSource {
  readonly language: string;
  readonly file: SourcePath;
  readonly line?: number;
}

/** A word whose reading the dictionary could not settle (多音字), for a person to confirm. */
export interface UnsureReading {
  readonly sentence: SentenceId;
  /** Index into the sentence's words. */
  readonly word: number;
  readonly text: string;
  /** What was written, and every reading it could have been, most likely first, `chosen` among them. */
  readonly chosen: string;
  readonly candidates: readonly string[];
  /** True for a sentence of a plain version. */
  readonly plain: boolean;
  readonly line?: number;
}

export interface PieceSource {
  /** `01-morning.md` or `01-morning.json`. */
  readonly file: SourcePath;
  readonly id: string;
  readonly kind: PieceKind;
  readonly title: string;
  readonly summary?: string;
  /** Local date `2026-11-03`. */
  readonly showFrom?: string;
  readonly reading: ReadingSource;
  readonly tracks: readonly TrackSource[];
  readonly captions: readonly CaptionSource[];
  /** The people in the pictures agreed to be shown. */
  readonly consent: boolean;
  readonly unsure: readonly UnsureReading[];
  /** 1-based line on which each sentence's block begins (empty for JSON pieces), for messages of later steps. */
  readonly sentenceLines: ReadonlyMap<SentenceId, number>;
  /** 1-based line on which each file of this piece is first named. */
  readonly fileLines: ReadonlyMap<SourcePath, number>;
}

export interface IssueMeta {
  /** `2026-11-silent-world`, always `month-club`. */
  readonly id: string;
  readonly club: string;
  readonly month: string;
  readonly title: string;
  readonly summary: string;
  readonly cover: { readonly drawing: SourcePath; readonly bitmap: SourcePath; readonly alt: string };
  readonly session?: Session;
  /** Why a warning of the checks stands, by `findingKey` (core/checks). */
  readonly reasons?: Readonly<Record<string, string>>;
}

/** A file the caller should write back into the folder once the issue is accepted (the ids files). */
export interface SourceWrite {
  readonly file: SourcePath;
  readonly text: string;
}

/**
 * Everything that could be read. Publish only when no problem is an error: a piece that could not be read at all is
 * missing from `pieces` and named in `problems`.
 */
export interface IssueSource {
  /** Null when issue.json itself is missing or unusable. */
  readonly issue: IssueMeta | null;
  /** All of terms.yaml, in its order. */
  readonly terms: readonly TermSource[];
  /** In the order of issue.json. */
  readonly pieces: readonly PieceSource[];
  readonly writes: readonly SourceWrite[];
  readonly problems: readonly Problem[];
}

/** Which glossary cards exist, by id. */
export type TermTable = ReadonlyMap<TermId, TermSource>;

/** What `readIssueFolder` reads from: a folder on disk (node-folder.ts), a zip, or a test's object. */
export interface FolderReader {
  /** All files, in any order. */
  list(): Promise<readonly SourcePath[]>;
  exists(file: SourcePath): Promise<boolean>;
  /** UTF-8, a leading BOM removed. Rejects when the file is missing or is no UTF-8. */
  readText(file: SourcePath): Promise<string>;
  readBytes(file: SourcePath): Promise<Uint8Array<ArrayBuffer>>;
}
