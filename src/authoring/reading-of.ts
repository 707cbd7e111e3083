/** From an author's text with file paths to the reading a tablet gets, with blobs. */
import type {
  BlockSource,
  ClipSource,
  PictureSource,
  ReadingSource,
  SourcePath,
  TermSource,
} from './issue-source.ts';
import type { BlobRef, Block, Reading, Term } from '../core/reading/model.ts';

/** Throws for a file that was not prepared: its error has been said, and publishing stopped, before this is reached. */
export type RefOf = (file: SourcePath) => BlobRef;

export function readingOf(source: ReadingSource, ref: RefOf): Reading {
  return {
    ...source,
    blocks: source.blocks.map((block) => blockOf(block, ref)),
    terms: source.terms.map((term) => termOf(term, ref)),
  };
}

function blockOf(block: BlockSource, ref: RefOf): Block {
  return block.type === 'figure' ? { ...block, image: ref(block.image) } : block;
}

export function termOf(source: TermSource, ref: RefOf): Term {
  const { id, word, pinyin, explanation, example, picture, sign, audio } = source;
  return {
    id,
    word,
    pinyin,
    explanation,
    ...(example !== undefined && { example }),
    ...(picture !== undefined && { picture: pictureOf(picture, ref) }),
    ...(sign !== undefined && { sign: clipOf(sign, ref) }),
    ...(audio !== undefined && { audio: clipOf(audio, ref) }),
  };
}

const pictureOf = ({ file, alt }: PictureSource, ref: RefOf) => ({ image: ref(file), alt });

const clipOf = ({ file, placeholder }: ClipSource, ref: RefOf) => ({
  media: ref(file),
  ...(placeholder === true && { placeholder }),
});

/** The files a card shows. */
export function filesOfTerm({ picture, sign, audio }: TermSource): SourcePath[] {
  return [picture, sign, audio].flatMap((clip) => (clip === undefined ? [] : [clip.file]));
}
