import { useState } from 'preact/hooks';
import type { SentenceId } from '../../core/reading/model.ts';
import type { ReadingPlayer } from '../reading/use-reading-player.ts';
import { slideOf, type Slide } from './slides.ts';

interface SlideState {
  /** Of the picture shown, from 0. */
  readonly index: number;
  goTo(index: number): void;
  /** A sentence was chosen: it says which picture is shown. */
  playSentence(sentence: SentenceId): void;
}

/** Which picture is shown: that of the current sentence. A picture without words has none, so it is remembered itself. */
export function useSlides(slides: readonly Slide[], player: ReadingPlayer): SlideState {
  const [wordless, setWordless] = useState<number | null>(null);
  return {
    index: wordless ?? slideOf(slides, player.current.value),
    goTo(next) {
      const first = slides[next]?.sentences[0];
      setWordless(first === undefined ? next : null);
      if (first === undefined) player.pause();
      else if (player.playing.value) player.playSentence(first);
      else player.show(first);
    },
    playSentence(sentence) {
      setWordless(null);
      player.playSentence(sentence, { only: true });
    },
  };
}
