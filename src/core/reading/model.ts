/**
 * The reading model (design §5): what a piece says, as data. Everything authors bring is converted into this and
 * nothing else reaches a page, so there is no place in it for markup, scripts or addresses outside the shelf.
 *
 * One document serves all four kinds: a film's reading is its transcript, a recitation's the text read aloud, a
 * gallery's the pictures with their captions as sentences.
 */
import * as v from 'valibot';

const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/u));

export const SentenceIdSchema = v.pipe(id, v.brand('SentenceId'));
/** Stable for life: survives edits to its neighbours, is the anchor of every cue, note and bookmark. */
export type SentenceId = v.InferOutput<typeof SentenceIdSchema>;

export const TermIdSchema = v.pipe(id, v.brand('TermId'));
export type TermId = v.InferOutput<typeof TermIdSchema>;

/** An immutable file of the shelf. `href` is relative to the shelf's root: `blobs/sha256/ab/<sha256>.<ext>`. */
export const BlobRefSchema = v.strictObject({
  href: v.pipe(v.string(), v.regex(/^blobs\/sha256\/[0-9a-f]{2}\/[0-9a-f]{64}\.[a-z0-9]{1,8}$/u)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
  /** Bytes. */
  size: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Media type, e.g. `video/mp4`. */
  type: v.pipe(v.string(), v.regex(/^[a-z]+\/[a-z0-9.+-]+$/u)),
  /** SHA-256 of each 4 MiB chunk, for files above 4 MiB. */
  chunks: v.optional(v.array(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)))),
  /** CSS pixels, for pictures and video. */
  width: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  height: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** Seconds, for audio and video. */
  duration: v.optional(v.pipe(v.number(), v.gtValue(0))),
});
export type BlobRef = v.InferOutput<typeof BlobRefSchema>;

export const WordSchema = v.strictObject({
  /** The characters exactly as in the source; the words of a sentence joined give its text, losing nothing. */
  text: v.pipe(v.string(), v.minLength(1)),
  /** Pinyin with tone marks, joined by word (GB/T 16159), e.g. `jǐshuǐzhàn`. Absent for punctuation and Latin. */
  pinyin: v.optional(v.pipe(v.string(), v.minLength(1))),
  term: v.optional(TermIdSchema),
  /** Authored emphasis, set as dots under the characters. */
  emphasis: v.optional(v.literal(true)),
});
export type Word = v.InferOutput<typeof WordSchema>;

export const SentenceSchema = v.strictObject({
  id: SentenceIdSchema,
  words: v.pipe(v.array(WordSchema), v.minLength(1)),
});
export type Sentence = v.InferOutput<typeof SentenceSchema>;

const sentences = v.pipe(v.array(SentenceSchema), v.minLength(1));
/**
 * The same passage in plainer words, when the text is hard. It replaces the block's sentences when the reader asks
 * for it; tapping it plays the span of the whole block, since signing renders the block, not the wording.
 */
const plain = v.optional(sentences);

export const BlockSchema = v.variant('type', [
  v.strictObject({ type: v.literal('heading'), level: v.picklist([2, 3]), sentences }),
  v.strictObject({ type: v.literal('paragraph'), sentences, plain }),
  v.strictObject({ type: v.literal('quotation'), sentences, plain }),
  v.strictObject({
    type: v.literal('list'),
    ordered: v.boolean(),
    items: v.pipe(v.array(v.strictObject({ sentences })), v.minLength(1)),
    plain,
  }),
  v.strictObject({
    type: v.literal('figure'),
    image: BlobRefSchema,
    /** What the picture shows, for someone who cannot see it. Never empty: decoration has no place in a piece. */
    alt: v.pipe(v.string(), v.minLength(1)),
    /** Caption sentences; signable like any other. */
    sentences: v.array(SentenceSchema),
  }),
]);
export type Block = v.InferOutput<typeof BlockSchema>;

export const TermSchema = v.strictObject({
  id: TermIdSchema,
  word: v.pipe(v.string(), v.minLength(1)),
  pinyin: v.pipe(v.string(), v.minLength(1)),
  /** One or two plain sentences. */
  explanation: v.pipe(v.string(), v.minLength(1)),
  example: v.optional(v.string()),
  picture: v.optional(v.strictObject({ image: BlobRefSchema, alt: v.pipe(v.string(), v.minLength(1)) })),
  sign: v.optional(v.strictObject({ media: BlobRefSchema, placeholder: v.optional(v.literal(true)) })),
  audio: v.optional(v.strictObject({ media: BlobRefSchema, placeholder: v.optional(v.literal(true)) })),
});
export type Term = v.InferOutput<typeof TermSchema>;

export const PieceKindSchema = v.picklist(['reading', 'film', 'recitation', 'gallery']);
export type PieceKind = v.InferOutput<typeof PieceKindSchema>;

export const ReadingSchema = v.strictObject({
  version: v.literal(1),
  kind: PieceKindSchema,
  title: v.pipe(v.string(), v.minLength(1)),
  /** BCP 47; `zh-Hans` for both clubs today. */
  language: v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u)),
  blocks: v.pipe(v.array(BlockSchema), v.minLength(1)),
  /** The cards of the terms this piece marks. */
  terms: v.array(TermSchema),
  /** Questions to talk about, shown at the end. */
  questions: v.array(v.pipe(v.string(), v.minLength(1))),
  /** Who wrote it and by whose leave it is shown. */
  source: v.optional(v.strictObject({ author: v.string(), permission: v.string() })),
});
export type Reading = v.InferOutput<typeof ReadingSchema>;

/** The sentences of a block in reading order, not counting its plain version. */
export function sentencesOfBlock(block: Block): readonly Sentence[] {
  return block.type === 'list' ? block.items.flatMap((item) => item.sentences) : block.sentences;
}

/** Every sentence of the piece in reading order, not counting plain versions. */
export function sentencesOf(reading: Reading): readonly Sentence[] {
  return reading.blocks.flatMap(sentencesOfBlock);
}

/** The text of a sentence, character for character. */
export function textOf(sentence: Sentence): string {
  return sentence.words.map((word) => word.text).join('');
}
