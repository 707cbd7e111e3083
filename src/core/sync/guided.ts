/**
 * Readium Guided Navigation documents (https://github.com/readium/guided-navigation), one a track: each node ties a
 * sentence of the HTML document to its span of the medium. Their schema lets typos through (`videoRef`, `t=9,3`), so what
 * we read is held to our own: one medium, one text, spans that run forward, nothing else.
 */
import * as v from 'valibot';
import { SentenceIdSchema } from '../reading/model.ts';
import type { Cue, TrackKind } from './track.ts';

const reference = v.pipe(v.string(), v.regex(/^[^#\s]+#[^#\s]+$/u));
const ObjectSchema = v.union([
  v.strictObject({ textref: reference, videoref: reference }),
  v.strictObject({ textref: reference, audioref: reference }),
]);

const GuidedDocumentSchema = v.strictObject({ guided: v.pipe(v.array(ObjectSchema), v.minLength(1)) });
export type GuidedDocument = v.InferOutput<typeof GuidedDocumentSchema>;
type GuidedObject = v.InferOutput<typeof ObjectSchema>;

export interface GuidedInput {
  readonly cues: readonly Cue[];
  /** The piece's HTML document, relative to where the guided document's references are resolved. */
  readonly textHref: string;
  readonly mediaHref: string;
  readonly kind: TrackKind;
}

export type GuidedErrorCode =
  /** A guided document may not be empty; a track without cues has none. */
  | 'no-cues'
  | 'not-json'
  /** A member missing, misspelt or too many. */
  | 'not-guided'
  /** More than one text or medium in one document. */
  | 'mixed'
  /** A fragment that is no `#t=start,end` with start before end. */
  | 'bad-time'
  | 'bad-sentence'
  /** A cue that begins before the one before it. */
  | 'not-rising';

export class GuidedError extends Error {
  override readonly name = 'GuidedError';
  readonly code: GuidedErrorCode;

  constructor(code: GuidedErrorCode, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.code = code;
  }
}

/** Times are rounded to milliseconds. @throws GuidedError `no-cues` */
export function writeGuided({ cues, textHref, mediaHref, kind }: GuidedInput): GuidedDocument {
  if (cues.length === 0) throw new GuidedError('no-cues');
  return {
    guided: cues.map((cue): GuidedObject => {
      const textref = `${textHref}#${cue.sentence}`;
      const mediaref = `${mediaHref}#t=${clock(cue.start)},${clock(cue.end)}`;
      return kind === 'audio' ? { textref, audioref: mediaref } : { textref, videoref: mediaref };
    }),
  };
}

/** @throws GuidedError for anything our own writer would not have written. */
export function parseGuided(text: string): Cue[] {
  const parsed = v.safeParse(GuidedDocumentSchema, parseJson(text));
  if (!parsed.success) {
    throw new GuidedError('not-guided', parsed.issues.map((issue) => v.getDotPath(issue) ?? '').join(' '));
  }
  const { guided } = parsed.output;
  const bases = guided.map((node) =>
    [baseOf(node.textref), 'videoref' in node, baseOf(mediaOf(node))].join(' '),
  );
  if (new Set(bases).size > 1) throw new GuidedError('mixed');
  const cues = guided.map(readCue);
  const late = cues.findIndex((cue, i) => i > 0 && cue.start < (cues[i - 1]?.start ?? 0));
  if (late !== -1) throw new GuidedError('not-rising', guided[late]?.textref);
  return cues;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new GuidedError('not-json');
  }
}

function readCue(node: GuidedObject): Cue {
  const sentence = v.safeParse(SentenceIdSchema, fragmentOf(node.textref));
  if (!sentence.success) throw new GuidedError('bad-sentence', node.textref);
  // Normal play time in seconds, both ends given (https://www.w3.org/TR/media-frags/#npttimedef).
  const times = /^t=(\d+(?:\.\d{1,3})?),(\d+(?:\.\d{1,3})?)$/u.exec(fragmentOf(mediaOf(node)));
  const [start, end] = [Number(times?.[1] ?? NaN), Number(times?.[2] ?? NaN)];
  if (!(start < end)) throw new GuidedError('bad-time', mediaOf(node));
  return { sentence: sentence.output, start, end };
}

function mediaOf(node: GuidedObject): string {
  return 'videoref' in node ? node.videoref : node.audioref;
}

function baseOf(ref: string): string {
  return ref.slice(0, ref.indexOf('#'));
}

function fragmentOf(ref: string): string {
  return ref.slice(ref.indexOf('#') + 1);
}

function clock(seconds: number): string {
  return String(Math.round(seconds * 1000) / 1000);
}
