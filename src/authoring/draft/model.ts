/**
 * A month while it is being made: the issue folder's shapes (folder-schemas.ts) without what makes them finished. Titles may be
 * empty, media missing, pinyin unsettled. The studio keeps drafts on the facilitator's machine, the hub keeps the same records.
 *
 * An issue and its pieces are separate records, so that a keystroke in one text does not write the whole month.
 */
import * as v from 'valibot';
import { PieceKindSchema, SentenceIdSchema, TermIdSchema } from '../../core/reading/model.ts';

const slug = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/u));
const fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const seconds = v.pipe(v.number(), v.finite());
const optionalText = v.exactOptional(v.string());

/** 64 random hexadecimal digits, given when a file is taken in or a recording begins; not a hash. */
export const AttachmentIdSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u), v.brand('AttachmentId'));
export type AttachmentId = v.InferOutput<typeof AttachmentIdSchema>;

/** A file of the draft and what was found in it. The bytes are in the attachment store under `id`. */
export const AttachmentSchema = v.strictObject({
  id: AttachmentIdSchema,
  /** As the person knows it, for messages. */
  name: v.string(),
  /** Media type, e.g. `video/mp4`. */
  type: v.string(),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Pixels as shown, rotation applied. */
  width: v.exactOptional(v.number()),
  height: v.exactOptional(v.number()),
  durationSeconds: v.exactOptional(v.number()),
  /** Frames a second, averaged over the file. */
  frameRate: v.exactOptional(v.number()),
  hasAudio: v.exactOptional(v.boolean()),
  /** The longest time without a key frame. */
  keyFrameSeconds: v.exactOptional(v.number()),
});
export type Attachment = v.InferOutput<typeof AttachmentSchema>;

export const DraftWordSchema = v.strictObject({
  text: v.pipe(v.string(), v.minLength(1)),
  pinyin: v.exactOptional(v.string()),
  term: v.exactOptional(TermIdSchema),
  emphasis: v.exactOptional(v.literal(true)),
  /** Readings nobody has settled yet, most likely first, `pinyin` among them. Absent once a person confirmed. */
  candidates: v.exactOptional(v.array(v.string())),
});
export type DraftWord = v.InferOutput<typeof DraftWordSchema>;

export const DraftSentenceSchema = v.strictObject({
  id: SentenceIdSchema,
  words: v.pipe(v.array(DraftWordSchema), v.minLength(1)),
});
export type DraftSentence = v.InferOutput<typeof DraftSentenceSchema>;

const sentences = v.array(DraftSentenceSchema);
const plain = v.exactOptional(sentences);
/** Unlike in a finished reading, a block may have no sentence yet and a figure no picture and no words. */
export const DraftBlockSchema = v.variant('type', [
  v.strictObject({ type: v.literal('heading'), level: v.picklist([2, 3]), sentences }),
  v.strictObject({ type: v.literal('paragraph'), sentences, plain }),
  v.strictObject({ type: v.literal('quotation'), sentences, plain }),
  v.strictObject({
    type: v.literal('list'),
    ordered: v.boolean(),
    items: v.array(v.strictObject({ sentences })),
    plain,
  }),
  v.strictObject({
    type: v.literal('figure'),
    image: v.nullable(AttachmentSchema),
    alt: v.string(),
    sentences,
  }),
]);
export type DraftBlock = v.InferOutput<typeof DraftBlockSchema>;

/** Where a sentence begins on the track, as it was tapped; `end` only where it is not the next tap. Seconds. */
export const MarkSchema = v.strictObject({
  sentence: SentenceIdSchema,
  start: seconds,
  end: v.exactOptional(seconds),
  /** Of this sentence alone, instead of the track's. */
  leadSeconds: v.exactOptional(seconds),
  tailSeconds: v.exactOptional(seconds),
});
export type Mark = v.InferOutput<typeof MarkSchema>;

/** A sentence as it was recorded, on the clock of its recording; of several the last one given counts (core/sync/takes.ts). */
const TakeSchema = v.strictObject({
  file: AttachmentIdSchema,
  sentence: SentenceIdSchema,
  start: seconds,
  end: seconds,
});

export const DraftTrackSchema = v.strictObject({
  id: slug,
  kind: v.picklist(['sign', 'audio', 'film']),
  /** BCP 47, `csl` for Chinese Sign Language. */
  language: v.string(),
  /** 「国家通用手语」, 「上海手语」. */
  title: v.string(),
  /** By role: 「手语老师」. */
  performer: v.string(),
  /** What will be published; null until it is recorded, imported or prepared. */
  media: v.nullable(AttachmentSchema),
  /** What was brought or recorded, kept until publishing succeeded; absent where it is `media` itself. */
  original: v.exactOptional(AttachmentSchema),
  /** What was recorded here, whole; kept, as `original`, until publishing succeeded. */
  recordings: v.exactOptional(v.array(AttachmentSchema)),
  /** Recorded and not yet made into `media`: written with each tap, so that a crash costs no mark. */
  takes: v.exactOptional(v.array(TakeSchema)),
  /** Which parts of `recordings` `media` was put together from, in order; absent where it is one of them whole. */
  cut: v.exactOptional(v.array(v.strictObject({ file: AttachmentIdSchema, from: seconds, to: seconds }))),
  /** On the clock of `media`, by rising start. The cues members get are derived from them (core/sync). */
  marks: v.array(MarkSchema),
  /** A cue begins `leadSeconds` after its tap and ends `tailSeconds` before the next one (rulings: tap + lead … next tap − tail). */
  leadSeconds: v.exactOptional(seconds),
  tailSeconds: v.exactOptional(seconds),
  signingSpace: v.exactOptional(
    v.strictObject({ x: fraction, y: fraction, width: fraction, height: fraction }),
  ),
  /** Seconds to add to a film time to get the sign time. */
  filmOffset: v.exactOptional(seconds),
  review: v.exactOptional(v.strictObject({ by: v.string(), date: v.string() })),
  consent: v.boolean(),
  /** For the interpreter, by sentence; never published. */
  notes: v.exactOptional(v.record(v.string(), v.string())),
});
export type DraftTrack = v.InferOutput<typeof DraftTrackSchema>;

export const DraftCaptionSchema = v.strictObject({
  start: seconds,
  end: seconds,
  /** Plain text, authored line breaks as `\n`. */
  text: v.string(),
  sentence: v.exactOptional(SentenceIdSchema),
});
export const DraftCaptionsSchema = v.strictObject({
  language: v.string(),
  cues: v.array(DraftCaptionSchema),
});
export type DraftCaption = v.InferOutput<typeof DraftCaptionSchema>;

export const DraftPieceSchema = v.strictObject({
  version: v.literal(1),
  id: slug,
  kind: PieceKindSchema,
  title: v.string(),
  language: v.string(),
  summary: optionalText,
  /** Its own day within the month, `2026-12-03` (每日一篇). */
  showFrom: optionalText,
  blocks: v.array(DraftBlockSchema),
  questions: v.array(v.string()),
  source: v.strictObject({ author: v.string(), permission: v.string() }),
  tracks: v.array(DraftTrackSchema),
  captions: v.array(DraftCaptionsSchema),
  /** The people in the pictures agreed to be shown. */
  consent: v.boolean(),
  /** Words that were proposed as terms and need no card. */
  declinedTerms: v.exactOptional(v.array(v.string())),
});
export type DraftPiece = v.InferOutput<typeof DraftPieceSchema>;

export const DraftTermSchema = v.strictObject({
  id: TermIdSchema,
  word: v.string(),
  pinyin: v.string(),
  explanation: v.string(),
  example: optionalText,
  picture: v.exactOptional(v.strictObject({ image: AttachmentSchema, alt: v.string() })),
  sign: v.exactOptional(AttachmentSchema),
  audio: v.exactOptional(AttachmentSchema),
});
export type DraftTerm = v.InferOutput<typeof DraftTermSchema>;

export const DraftSessionSchema = v.strictObject({
  date: v.string(),
  start: v.string(),
  end: v.string(),
  timeZone: v.string(),
  place: v.string(),
  address: optionalText,
  interpreter: optionalText,
  helpers: optionalText,
  notes: optionalText,
});
export type DraftSession = v.InferOutput<typeof DraftSessionSchema>;

/** What axe found in the real preview of one piece. */
export const ExaminationSchema = v.strictObject({
  /** The fingerprint (examination.ts) of what was examined: the piece is another one since where it differs. */
  of: v.string(),
  atMs: v.number(),
  broken: v.array(
    v.strictObject({
      rule: v.string(),
      help: v.string(),
      places: v.array(v.strictObject({ text: v.string(), sentence: v.exactOptional(SentenceIdSchema) })),
    }),
  ),
});
export type Examination = v.InferOutput<typeof ExaminationSchema>;

/** 草稿 / 待检查 is derived from the findings; these are what a person decided. */
export const DraftReleaseSchema = v.variant('state', [
  v.strictObject({ state: v.literal('none') }),
  /** 已排期: an instant, RFC 3339 with offset. */
  v.strictObject({ state: v.literal('scheduled'), at: v.string() }),
  /** Handed to the hub as a file (until the hub takes drafts itself); becomes 已发布 when the shelf lists the issue. */
  v.strictObject({ state: v.literal('exported'), at: v.string() }),
  v.strictObject({ state: v.literal('withdrawn'), at: v.string() }),
]);

export const DraftIssueSchema = v.strictObject({
  version: v.literal(1),
  /** `2026-12-silent-world`: month and club, as on the shelf. */
  id: slug,
  club: slug,
  /** `2026-12`. */
  month: v.string(),
  title: v.string(),
  summary: v.string(),
  cover: v.strictObject({
    drawing: v.nullable(AttachmentSchema),
    bitmap: v.nullable(AttachmentSchema),
    alt: v.string(),
  }),
  session: v.nullable(DraftSessionSchema),
  /** Ids of its pieces, in order. */
  pieces: v.array(slug),
  /** The month's glossary: the cards its pieces mark. Copies of the club's, so that a later change there moves no finished month. */
  terms: v.array(DraftTermSchema),
  /** Why a warning stands, by `findingKey` (core/checks): written by a person, required before release. */
  reasons: v.record(v.string(), v.string()),
  /** By piece. Found by the program, not changed by a person: undo leaves it alone. */
  examined: v.exactOptional(v.record(v.string(), ExaminationSchema)),
  release: DraftReleaseSchema,
});
export type DraftIssue = v.InferOutput<typeof DraftIssueSchema>;

/** The text of a sentence, character for character. */
export function textOfDraft(sentence: DraftSentence): string {
  return sentence.words.map((word) => word.text).join('');
}

/** A block's sentences in reading order, without its plain version. */
export function sentencesOfDraftBlock(block: DraftBlock): readonly DraftSentence[] {
  return block.type === 'list' ? block.items.flatMap((item) => item.sentences) : block.sentences;
}

export function sentencesOfPiece(piece: DraftPiece): readonly DraftSentence[] {
  return piece.blocks.flatMap(sentencesOfDraftBlock);
}
