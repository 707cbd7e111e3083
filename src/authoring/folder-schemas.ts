/** The shapes of an issue folder's written parts: issue.json, a piece's front matter, terms.yaml, a piece as JSON. */
import * as v from 'valibot';
import { PieceKindSchema, SentenceSchema, TermIdSchema } from '../core/reading/model.ts';
import { checkPath } from './folder-path.ts';
import { isPinyin } from './pinyin.ts';

const slug = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/u));
const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const path = v.pipe(v.string(), v.check(checkPath));
const language = v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u));
const flag = v.boolean();

/** A day that exists: 2026-02-30 does not. */
const date = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/u),
  v.check((day) => new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) ?? false),
);
const time = v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u));
const timeZone = v.pipe(
  v.string(),
  v.check((zone) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
    } catch {
      return false;
    }
  }),
);

const SessionSchema = v.strictObject({
  date,
  start: time,
  end: time,
  timeZone,
  place: text,
  address: v.exactOptional(text),
  interpreter: v.exactOptional(text),
  helpers: v.exactOptional(text),
  notes: v.exactOptional(text),
});

export const IssueFileSchema = v.strictObject({
  id: slug,
  club: slug,
  month: v.pipe(v.string(), v.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u)),
  title: text,
  summary: text,
  cover: v.strictObject({ drawing: path, bitmap: path, alt: text }),
  session: v.exactOptional(SessionSchema),
  pieces: v.pipe(v.array(path), v.minLength(1)),
  reasons: v.exactOptional(v.record(v.string(), text)),
});

const fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const SigningSpaceSchema = v.pipe(
  v.strictObject({ x: fraction, y: fraction, width: fraction, height: fraction }),
  // Written by hand, 0.1 + 0.9 may come out a hair above 1.
  v.check(
    ({ x, y, width, height }) => width > 0 && height > 0 && x + width <= 1.0001 && y + height <= 1.0001,
  ),
);

const TrackFieldsSchema = v.strictObject({
  id: slug,
  kind: v.picklist(['sign', 'audio', 'film']),
  language,
  title: text,
  performer: text,
  file: path,
  cues: v.exactOptional(path),
  placeholder: v.optional(flag, false),
  signingSpace: v.exactOptional(SigningSpaceSchema),
  filmOffset: v.exactOptional(v.pipe(v.number(), v.finite())),
  review: v.exactOptional(v.strictObject({ by: text, date })),
  consent: v.optional(flag, false),
});

const pieceFields = {
  id: slug,
  kind: PieceKindSchema,
  title: text,
  language: v.optional(language, 'zh-Hans'),
  summary: v.exactOptional(text),
  showFrom: v.exactOptional(date),
  questions: v.optional(v.array(text), []),
  source: v.exactOptional(v.strictObject({ author: text, permission: text })),
  tracks: v.optional(v.array(TrackFieldsSchema), []),
  captions: v.optional(v.array(v.strictObject({ language, file: path })), []),
  consent: v.optional(flag, false),
};

export const FrontMatterSchema = v.strictObject(pieceFields);
export type FrontMatter = v.InferOutput<typeof FrontMatterSchema>;

const sentences = v.pipe(v.array(SentenceSchema), v.minLength(1));
const plain = v.optional(sentences);
const BlockFieldsSchema = v.variant('type', [
  v.strictObject({ type: v.literal('heading'), level: v.picklist([2, 3]), sentences }),
  v.strictObject({ type: v.literal('paragraph'), sentences, plain }),
  v.strictObject({ type: v.literal('quotation'), sentences, plain }),
  v.strictObject({
    type: v.literal('list'),
    ordered: v.boolean(),
    items: v.pipe(v.array(v.strictObject({ sentences })), v.minLength(1)),
    plain,
  }),
  v.strictObject({ type: v.literal('figure'), image: path, alt: text, sentences: v.array(SentenceSchema) }),
]);

/** A piece as the studio writes it: the front matter's fields and finished blocks. */
export const PieceFileSchema = v.strictObject({
  version: v.literal(1),
  ...pieceFields,
  blocks: v.pipe(v.array(BlockFieldsSchema), v.minLength(1)),
});

const clip = v.exactOptional(v.strictObject({ file: path, placeholder: v.optional(flag, false) }));
export const TermFieldsSchema = v.strictObject({
  id: TermIdSchema,
  word: text,
  pinyin: v.exactOptional(v.pipe(v.string(), v.trim(), v.check(isPinyin))),
  explanation: text,
  example: v.exactOptional(text),
  picture: v.exactOptional(v.strictObject({ file: path, alt: text })),
  sign: clip,
  audio: clip,
});
