/** Times to WebVTT. */

/** `00:01:02.340` */
export function vttTime(seconds) {
  const milliseconds = Math.round(seconds * 1000);
  const part = (value, width) => String(value).padStart(width, '0');
  return `${part(Math.floor(milliseconds / 3600000), 2)}:${part(Math.floor(milliseconds / 60000) % 60, 2)}:${part(Math.floor(milliseconds / 1000) % 60, 2)}.${part(milliseconds % 1000, 3)}`;
}

/** Cues or captions: `{id, start, end, text}`, seconds. */
export function writeVtt(cues) {
  const blocks = cues.map(
    ({ id, start, end, text }) => `${id}\n${vttTime(start)} --> ${vttTime(end)}\n${text}\n`,
  );
  return `WEBVTT\n\n${blocks.join('\n')}`;
}

/** A cue file: the ids are sentence ids, the text only helps a person who opens the file. */
export function cueFile(sentences, spans) {
  return writeVtt(
    sentences.map((sentence, index) => ({ id: sentence.id, ...spans[index], text: sentence.text })),
  );
}

const MAX_LINE = 16;
const MARKS = /[，。、；：！？”]/u;

/** A caption's one or two lines: no full stop or comma at a line's end, broken after a mark when there is a fit one. */
export function captionLines(sentence) {
  const text = sentence.replace(/。$/u, '').replace(/。”$/u, '”');
  if (text.length <= MAX_LINE) return [text];
  const breaks = [...text].flatMap((char, index) => (MARKS.test(char) ? [index + 1] : []));
  const fits = breaks.filter((at) => at - 1 <= MAX_LINE && text.length - at <= MAX_LINE && at < text.length);
  const middle = text.length / 2;
  const at = fits.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  if (at === undefined) throw new Error(`This caption does not fit two lines of ${MAX_LINE}: ${text}`);
  return [text.slice(0, at).replace(/[，、。；]$/u, ''), text.slice(at)];
}
