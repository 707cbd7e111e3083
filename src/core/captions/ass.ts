/**
 * Advanced SubStation Alpha and its forerunner SSA, in only: fansub groups and many Chinese caption tools write nothing else. What a
 * caption band cannot show (styles, places, drawings, remarks) is left out and said, the words all stay.
 */
import { plainAssText, type PlainAssText } from './ass-text.ts';
import { clockSeconds, linesOf } from './lines.ts';
import { captionProblem, type CaptionProblem } from './problem.ts';
import { tidyCues, type ParsedCaptions, type RawCue } from './tidy.ts';

/** A section of the format or one of its events stands where a SubRip number or WEBVTT would. */
export function looksLikeAss(text: string): boolean {
  const start = text.slice(0, 4000);
  return /^\uFEFF?\s*\[(?:Script Info|V4\+? Styles|Events)\]/iu.test(start) || /^Dialogue:.*,/imu.test(start);
}

/** Every problem is in the result; nothing is thrown. */
export function parseAss(text: string): ParsedCaptions {
  const problems: CaptionProblem[] = [];
  const script = readScript(linesOf(text), problems);
  if (script.events.length === 0 && problems.length === 0) {
    problems.push(captionProblem('no-dialogue', 1));
  }
  const { spoken, remarks } = spokenEvents(script.events);
  const cues: (RawCue & PlainAssText)[] = [];
  const drawings: ScriptEvent[] = [];
  for (const event of spoken) {
    const plain = plainAssText(event.text, script);
    if (plain.text.trim() === '' && plain.hadDrawing) drawings.push(event);
    else cues.push({ start: event.start, end: event.end, line: event.line, ...plain });
  }
  const once = cues.filter((cue, i) => cues.findIndex((other) => isSame(other, cue)) === i);

  const note = (code: CaptionProblem['code'], found: readonly { readonly line: number }[], params = {}) => {
    if (found[0]) problems.push(captionProblem(code, found[0].line, { count: found.length, ...params }));
  };
  note('drawing-dropped', drawings);
  note('comment-dropped', remarks);
  note(
    'duplicate-dropped',
    cues.filter((cue) => !once.includes(cue)),
  );
  note(
    'styles-dropped',
    once.filter((cue) => cue.hadTags || cue.hadDrawing),
  );
  note(
    'karaoke-dropped',
    once.filter((cue) => cue.hadKaraoke),
  );
  note(
    'remark-dropped',
    once.filter((cue) => cue.hadRemark),
  );
  const named = spoken.filter((event) => event.name !== '');
  note('speaker-dropped', named, { text: named[0]?.name ?? '' });
  return tidyCues(
    once.map(({ start, end, line, text: words }) => ({ start, end, line, text: words })),
    problems,
  );
}

interface ScriptEvent {
  readonly isComment: boolean;
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly effect: string;
  readonly text: string;
  readonly line: number;
}

interface Script {
  readonly events: readonly ScriptEvent[];
  /** `WrapStyle: 2`: lines break only where the script says. */
  readonly wrapsNothing: boolean;
}

const usualFields = 'layer,start,end,style,name,marginl,marginr,marginv,effect,text'.split(',');

function readScript(lines: readonly string[], problems: CaptionProblem[]): Script {
  const events: ScriptEvent[] = [];
  let fields: readonly string[] = usualFields;
  let wrapsNothing = false;
  let isEvents = false;
  lines.forEach((line, at) => {
    const section = /^\s*\[([^\]]+)\]\s*$/u.exec(line)?.[1];
    if (section !== undefined) isEvents = section.trim().toLowerCase() === 'events';
    const [, key = '', value = ''] = /^\s*(WrapStyle|Format|Dialogue|Comment):\s*(.*)$/iu.exec(line) ?? [];
    switch (key.toLowerCase()) {
      case 'wrapstyle':
        wrapsNothing = value.trim() === '2';
        break;
      case 'format':
        if (isEvents) fields = value.split(',').map((field) => field.trim().toLowerCase());
        break;
      case 'dialogue':
      case 'comment': {
        const isComment = key.toLowerCase() === 'comment';
        const event = readEvent(value, fields, isComment, at + 1);
        if (event) events.push(event);
        else if (!isComment) {
          const isLast = lines.slice(at + 1).every((rest) => rest.trim() === '');
          problems.push(captionProblem(isLast ? 'cut-off' : 'bad-time', at + 1, { text: line.trim() }));
        }
        break;
      }
    }
  });
  return { events, wrapsNothing };
}

function readEvent(
  value: string,
  fields: readonly string[],
  isComment: boolean,
  line: number,
): ScriptEvent | null {
  const values = value.split(',');
  if (values.length < fields.length) return null;
  const field = (...names: readonly string[]): string =>
    values[fields.findIndex((name) => names.includes(name))]?.trim() ?? '';
  const start = readClock(field('start'));
  const end = readClock(field('end'));
  if (start === null || end === null) return null;
  return {
    isComment,
    start,
    end,
    name: field('name', 'actor'),
    effect: field('effect').toLowerCase(),
    // The last field is the text, commas and all.
    text: values.slice(fields.length - 1).join(','),
    line,
  };
}

function readClock(text: string): number | null {
  const match = /^(\d{1,3}):(\d{1,2}):(\d{1,2})(?:[.,:](\d{1,3}))?$/u.exec(text);
  if (!match) return null;
  const [hours, minutes, seconds] = match.slice(1, 4).map(Number);
  return clockSeconds(hours ?? 0, minutes ?? 0, seconds ?? 0, Number((match[4] ?? '').padEnd(3, '0')));
}

/**
 * A karaoke template writes each syllable as an event of its own (`fx`) and keeps the line it was made from as a comment
 * (`karaoke`): then the line is what is sung.
 */
function spokenEvents(events: readonly ScriptEvent[]): {
  readonly spoken: readonly ScriptEvent[];
  readonly remarks: readonly ScriptEvent[];
} {
  const dialogue = events.filter((event) => !event.isComment);
  const comments = events.filter((event) => event.isComment);
  const sung = comments.filter((event) => event.effect === 'karaoke');
  const effects = dialogue.filter((event) => event.effect === 'fx');
  if (sung.length === 0 || effects.length === 0) return { spoken: dialogue, remarks: comments };
  return {
    spoken: [...dialogue.filter((event) => event.effect !== 'fx'), ...sung],
    remarks: comments.filter((event) => event.effect !== 'karaoke'),
  };
}

/** The same words at the same time on another layer are their shadow or outline. */
function isSame(a: RawCue, b: RawCue): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text;
}
