/** Splitting a sentence by hand and merging two, with everything that hangs on their ids. */
import type { SentenceId } from '../../core/reading/model.ts';
import { textOfDraft, type DraftPiece, type DraftSentence, type Mark } from '../draft/model.ts';
import type { NewId } from './new-id.ts';
import { rawWords } from './raw-words.ts';

const WORD = /[\p{L}\p{N}]/u;

/** True where a cut leaves words on both sides: a sentence without one cannot be signed. */
export function canSplit(sentence: DraftSentence, at: number): boolean {
  const text = textOfDraft(sentence);
  return WORD.test(text.slice(0, at)) && WORD.test(text.slice(at));
}

/** The first part keeps the id: a signing mark is where a sentence begins. */
export function splitSentence(
  sentence: DraftSentence,
  at: number,
  newId: NewId,
  prefix: 's' | 'p' = 's',
): readonly [DraftSentence] | readonly [DraftSentence, DraftSentence] {
  if (!canSplit(sentence, at)) return [sentence];
  const first: DraftSentence['words'] = [];
  const second: DraftSentence['words'] = [];
  let from = 0;
  for (const word of sentence.words) {
    const end = from + word.text.length;
    if (end <= at) first.push(word);
    else if (from >= at) second.push(word);
    else {
      const stress = word.emphasis === undefined ? {} : { emphasis: word.emphasis };
      first.push(...rawWords(word.text.slice(0, at - from)).map((each) => ({ ...each, ...stress })));
      second.push(...rawWords(word.text.slice(at - from)).map((each) => ({ ...each, ...stress })));
    }
    from = end;
  }
  return [
    { ...sentence, words: first },
    { id: newId(prefix), words: second },
  ];
}

export function mergeSentences(first: DraftSentence, second: DraftSentence): DraftSentence {
  return { ...first, words: [...first.words, ...second.words] };
}

/** After a merge: marks, captions and notes of the sentence that is gone belong to the one that took it in. */
export function foldSentence(piece: DraftPiece, gone: SentenceId, into: SentenceId): DraftPiece {
  return {
    ...piece,
    tracks: piece.tracks.map((track) => {
      const own = track.marks.find(({ sentence }) => sentence === gone);
      const notes = track.notes;
      const note = notes?.[gone];
      if (own === undefined && note === undefined) return track;
      // The signing of both is one span now; without a mark of its own the first one begins where the second did.
      const hasFirst = track.marks.some(({ sentence }) => sentence === into);
      const marks = track.marks.flatMap((mark) => {
        if (mark.sentence === gone) return hasFirst ? [] : [{ ...mark, sentence: into }];
        return mark.sentence === into && own !== undefined ? [withEnd(mark, own.end)] : [mark];
      });
      if (notes === undefined || note === undefined) return { ...track, marks };
      const { [gone]: _, ...others } = notes;
      const joined = [notes[into], note].filter((each) => each !== undefined).join('\n');
      return { ...track, marks, notes: { ...others, [into]: joined } };
    }),
    captions: piece.captions.map((captions) =>
      captions.cues.some((cue) => cue.sentence === gone)
        ? {
            ...captions,
            cues: captions.cues.map((cue) => (cue.sentence === gone ? { ...cue, sentence: into } : cue)),
          }
        : captions,
    ),
  };
}

function withEnd(mark: Mark, end: number | undefined): Mark {
  const { end: _, ...open } = mark;
  return end === undefined ? open : { ...open, end };
}
