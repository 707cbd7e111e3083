/** What the shelf says of a piece before anyone opens it: counted from the piece itself, never authored. */
import { sentencesOf, textOf, type Reading } from '../core/reading/model.ts';
import type { PieceSummary } from '../core/shelf/issue.ts';
import type { Track } from '../core/sync/track.ts';

interface Named extends Pick<PieceSummary, 'id' | 'kind' | 'title'> {
  readonly summary?: string;
  readonly showFrom?: string;
}
interface Files {
  readonly tracks: readonly Pick<Track, 'kind' | 'placeholder' | 'media'>[];
  readonly captions: readonly unknown[];
}

export function pieceSummary(source: Named, reading: Reading, files: Files): PieceSummary {
  const sentences = sentencesOf(reading);
  const of = (kind: string) => files.tracks.filter((track) => track.kind === kind);
  const pictureCount = reading.blocks.filter((block) => block.type === 'figure').length;
  const [clock] = source.kind === 'film' ? of('film') : source.kind === 'recitation' ? of('audio') : [];
  return {
    id: source.id,
    kind: source.kind,
    title: source.title,
    ...(source.summary !== undefined && { summary: source.summary }),
    sentenceCount: sentences.length,
    characterCount: sentences.reduce((sum, sentence) => sum + readCharacters(textOf(sentence)), 0),
    ...(clock?.media.duration !== undefined && { duration: clock.media.duration }),
    ...(pictureCount > 0 && { pictureCount }),
    hasSign: of('sign').some((track) => !track.placeholder),
    placeholderSign: of('sign').some((track) => track.placeholder),
    hasAudio: of('audio').length > 0,
    hasCaptions: files.captions.length > 0,
    hasPinyin: sentences.some((sentence) => sentence.words.some((word) => word.pinyin !== undefined)),
    hasPlain: reading.blocks.some((block) => 'plain' in block && block.plain !== undefined),
    ...(source.showFrom !== undefined && { showFrom: source.showFrom }),
  };
}

/** Characters a reader reads: no spaces, no punctuation. */
const readCharacters = (text: string): number => Array.from(text.replace(/[\s\p{P}]/gu, '')).length;
