/** What was odd about a caption file, as data; `authoring` turns it into sentences that name the cure. */
export type CaptionProblemCode =
  /** The file holds no captions at all: a web page, prose. `params.looksLike` says what. */
  | 'not-captions'
  /** A `.vtt` whose first line is not exactly `WEBVTT`: no player would show it. */
  | 'missing-header'
  /** A time line that cannot be read; its caption was left out. `params.text` is the line. */
  | 'bad-time'
  /** The file stops in the middle of a time line; that caption was left out. */
  | 'cut-off'
  /** The two times stood the wrong way round and were swapped. */
  | 'end-before-start'
  /** A caption of no length was given the time up to the next one, one second at most. */
  | 'zero-length'
  /** A caption without text was left out. */
  | 'empty-cue'
  /** Captions were not in order of time and were sorted. */
  | 'out-of-order'
  /** `params.count` captions begin before the one before has ended. */
  | 'overlap'
  /** Full-width digits, odd arrows, missing hours, minutes above 59: read all the same, `params.count` times. */
  | 'nonstandard-time'
  /** `params.count` captions follow each other without a blank line; they were separated. */
  | 'missing-blank-line'
  /** Lines after a blank line were taken as part of the caption before. */
  | 'blank-line-inside'
  /** Markup that is no caption markup stays in the text, as text. `params.text` is the first of it. */
  | 'unknown-markup'
  /** Ruby annotations were dropped: pinyin comes from the reading, not from the captions. */
  | 'ruby-dropped'
  /** Invisible control characters were taken out. */
  | 'invisible-removed'
  /** Some bytes mean nothing in any encoding tried and show as �. */
  | 'bad-bytes'
  /** The file is not UTF-8; `params.encoding` says how it was read. */
  | 'not-utf8'
  /** The file's name says one format, its content another: read as `params.format`. */
  | 'read-as'
  /** An ASS script without any dialogue. */
  | 'no-dialogue'
  /** From ASS, `params.count` each: colours, places and fonts of captions; captions that were only a drawing; */
  | 'styles-dropped'
  | 'drawing-dropped'
  /** events that were comments, and remarks inside captions; */
  | 'comment-dropped'
  | 'remark-dropped'
  /** the times of syllables, their words stay; the same words on a second layer; */
  | 'karaoke-dropped'
  | 'duplicate-dropped'
  /** the speaker's field, which the author may never have meant to show. `params.text` is the first. */
  | 'speaker-dropped';

export interface CaptionProblem {
  readonly code: CaptionProblemCode;
  /** An error means something was left out; a warning that something was repaired. */
  readonly severity: 'error' | 'warning';
  /** 1-based line of the file. */
  readonly line?: number;
  readonly params: Readonly<Record<string, string | number>>;
}

const errors: ReadonlySet<CaptionProblemCode> = new Set([
  'not-captions',
  'missing-header',
  'bad-time',
  'cut-off',
  'no-dialogue',
]);

export function captionProblem(
  code: CaptionProblemCode,
  line?: number,
  params: CaptionProblem['params'] = {},
): CaptionProblem {
  const severity = errors.has(code) ? 'error' : 'warning';
  return line === undefined ? { code, severity, params } : { code, severity, line, params };
}
