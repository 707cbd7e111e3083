// Captions: what stands between a facilitator's one key and lost words, an overlap or a film half kept.
const core = (name) => `src/core/captions/${name}`;
const step = (name) => `src/features/studio/captions/${name}`;
const ASS_TEST = core('ass.test.ts');
const FIX_TEST = core('fix.test.ts');
const BILINGUAL_TEST = core('bilingual.test.ts');
const STATE_TEST = step('captions-state.test.ts');
const TAKE_TEST = step('take-state.test.ts');
const FILM_TEST = step('film-import.test.ts');

export const MUTANTS = [
  {
    guard: 'a drawing in ASS is not taken for words',
    file: core('ass-text.ts'),
    remove: 'isDrawing = Number(scale) > 0',
    put: 'isDrawing = false',
    test: ASS_TEST,
  },
  {
    guard: 'the last field of an ASS event keeps its commas',
    file: core('ass.ts'),
    remove: "values.slice(fields.length - 1).join(',')",
    put: "(values[fields.length - 1] ?? '')",
    test: ASS_TEST,
  },
  {
    guard: 'an English line with a Chinese bracket stays English',
    file: core('bilingual.ts'),
    remove: 'const more = marked.length < rest.length ? marked : [];',
    put: 'const more = marked;',
    test: BILINGUAL_TEST,
  },
  {
    guard: 'Japanese is not Chinese for its characters',
    file: core('bilingual.ts'),
    remove: 'han.test(line.text) && !kana.test(line.text)',
    put: 'han.test(line.text)',
    test: BILINGUAL_TEST,
  },
  {
    guard: 'a fix is proposed only when it has been tried',
    file: core('fix.ts'),
    remove: 'if (after && isBetter(captions, after, index, code, options))',
    put: 'if (after)',
    test: FIX_TEST,
  },
  {
    guard: 'a caption is lengthened no further than two frames before the next',
    file: core('room.ts'),
    remove: 'next ? milliseconds(next.start - gapSeconds(options))',
    put: 'next ? Infinity',
    test: FIX_TEST,
  },
  {
    guard: 'the parts of a caption are each long enough to be seen',
    file: core('fix-text.ts'),
    remove: 'if (seconds < lengths.length * min - 0.0005) return null;',
    test: FIX_TEST,
  },
  {
    guard: 'two people who speak at once move as one',
    file: core('room.ts'),
    remove: 'while (isTogether(captions[from - 1])) from -= 1;',
    test: FIX_TEST,
  },
  {
    guard: 'captions are moved no further than the film’s beginning',
    file: core('retime.ts'),
    remove: 'Math.max(seconds, -first)',
    put: 'seconds',
    test: FIX_TEST,
  },
  {
    guard: 'a sentence that is still said keeps its id when the text is made again',
    file: step('captions-state.ts'),
    remove: 'const old = before[continued[i] ?? -1];',
    put: 'const old = before[-1];',
    test: STATE_TEST,
  },
  {
    guard: 'the film’s cues follow its captions',
    file: step('captions-state.ts'),
    remove: 'return withFilmMarks({ ...piece, captions }, sorted);',
    put: 'return { ...piece, captions };',
    test: STATE_TEST,
  },
  {
    guard: 'the next caption’s beginning ends the one that is running',
    file: step('take-state.ts'),
    remove: "const running = take.start !== null && take.end === null && take.text.trim() !== '';",
    put: 'const running = false;',
    test: TAKE_TEST,
  },
  {
    guard: 'a film given up half-way leaves no original behind',
    file: step('film-import.ts'),
    remove: '    await giveUp();\n    throw error;',
    put: '    throw error;',
    test: FILM_TEST,
  },
  {
    guard: 'a film given up half-way leaves no half-written film behind',
    file: 'src/features/studio/shared/write-media.ts',
    remove: '    await file.discard();\n    throw error;',
    put: '    throw error;',
    test: FILM_TEST,
  },
];
