/**
 * The text of a film from its captions: what is said, in sentences and paragraphs, to be read through by a person. Sounds stay with the
 * captions (the member's transcript shows them between the sentences).
 */
import { splitSentences } from '../reading/sentences.ts';
import { speakerLabel, startsWithDash } from './marks.ts';
import type { Caption } from './model.ts';

/** A silence this long begins a paragraph. */
const pauseSeconds = 2;
/** And so does a full stop after this much. */
const longParagraph = 160;

const ended = /[。！？…；.!?;][”’）》」』\])]*$/u;
const open = /[，、：:,—]$/u;

/** Paragraphs of sentences. Captions without end marks, as is the custom, get a full stop each. */
export function transcriptOf(captions: readonly Caption[]): readonly (readonly string[])[] {
  const spoken = captions
    .map((caption) => ({ ...caption, speeches: speechesOf(caption.text) }))
    .filter((caption) => caption.speeches.length > 0);
  const marked = spoken.filter(({ speeches }) => ended.test(speeches.at(-1) ?? ''));
  const hasMarks = marked.length * 5 >= spoken.length;

  const paragraphs: string[] = [];
  let lastEnd = -Infinity;
  for (const { speeches, start, end } of spoken) {
    speeches.forEach((speech, i) => {
      const said = hasMarks && i === speeches.length - 1 ? speech : withStop(speech);
      const last = paragraphs.at(-1);
      const isNew =
        last === undefined ||
        (ended.test(last) &&
          (start - lastEnd >= pauseSeconds || speakerLabel.test(speech) || last.length >= longParagraph));
      if (isNew) paragraphs.push(said);
      else paragraphs[paragraphs.length - 1] = join(last, said);
    });
    lastEnd = end;
  }
  return paragraphs.map((paragraph) =>
    splitSentences(paragraph)
      .map((sentence) => sentence.trim())
      .filter((sentence) => sentence !== ''),
  );
}

/** What each person says in a caption; nothing where it is a sound alone. */
function speechesOf(text: string): readonly string[] {
  const speeches: string[] = [];
  for (const line of text.replace(/［[^］]*］/gu, '').split('\n')) {
    const words = line.trim();
    if (words === '') continue;
    const isOwn = startsWithDash.test(words);
    const bare = isOwn ? words.replace(startsWithDash, '').trim() : words;
    if (speeches.length === 0 || isOwn || speakerLabel.test(words)) speeches.push(bare);
    else speeches[speeches.length - 1] = join(speeches.at(-1) ?? '', bare);
  }
  return speeches.filter((speech) => /[\p{L}\p{N}]/u.test(speech));
}

function withStop(speech: string): string {
  return ended.test(speech) || open.test(speech) ? speech : `${speech}。`;
}

function join(before: string, after: string): string {
  const isLatin = /[\x21-\x7e]$/u.test(before) && /^[\x21-\x7e]/u.test(after);
  return before + (isLatin ? ' ' : '') + after;
}
