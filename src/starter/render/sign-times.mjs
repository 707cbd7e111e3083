/** How long each sentence of a stand-in lasts. Brisk on purpose: the repository carries these bytes. */
import { FRAME_RATE } from './sign-video.mjs';

const CHARACTERS_PER_SECOND = 6.2;
const SHORTEST = 2;
const LONGEST = 6;
const GAP_FRAMES = 5;
const EDGE_FRAMES = 10;

const heading = (index) => `第 ${index + 1} 句`;

/** Spans in whole frames. The sign track of a film takes the film's own spans (seconds), so that the two run together. */
export function signSpans(sentences, film) {
  if (film !== undefined) {
    const spans = film.spans.map(({ start, end }, index) => ({
      sentence: index + 1,
      heading: heading(index),
      start: Math.round(start * FRAME_RATE),
      end: Math.round(end * FRAME_RATE),
    }));
    return { spans, frameCount: Math.round(film.seconds * FRAME_RATE) };
  }
  let at = EDGE_FRAMES;
  const spans = sentences.map(({ text }, index) => {
    const seconds = Math.min(LONGEST, Math.max(SHORTEST, text.length / CHARACTERS_PER_SECOND));
    const start = at;
    const end = start + Math.round(seconds * FRAME_RATE);
    at = end + GAP_FRAMES;
    return { sentence: index + 1, heading: heading(index), start, end };
  });
  return { spans, frameCount: at - GAP_FRAMES + EDGE_FRAMES };
}
