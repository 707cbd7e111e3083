// 文字 and what is brought to it: what stands between a facilitator's typing or import and a lost sentence, id or character.
const authoring = (name) => `src/authoring/${name}`;
const text = (name) => `src/features/studio/piece/text/${name}`;
const EDIT_TEST = authoring('draft-text/edit-sentences.test.ts');
const MERGE_TEST = authoring('draft-text/split-merge.test.ts');
const COMPOSE_TEST = authoring('draft-text/compose-draft.test.ts');
const HTML_TEST = authoring('html/read-html.test.ts');
const TXT_TEST = authoring('txt.test.ts');
const STEP_TEST = text('TextStep.test.tsx');

export const MUTANTS = [
  {
    guard: 'what was cut off a card’s clip is had back by undo',
    file: 'src/features/studio/piece/words/term-actions.ts',
    remove: '`${part}:${clip.id}`',
    put: 'part',
    test: 'src/features/studio/piece/words/term-actions.test.ts',
  },
  {
    guard: 'the step at hand is marked among the steps',
    file: 'src/features/studio/shared/StepFrame.tsx',
    remove: "aria-current={name === step ? 'step' : undefined}",
    test: 'src/features/studio/shared/StepFrame.test.tsx',
  },
  {
    guard: 'the head of a step says that a piece has no title yet',
    file: 'src/features/studio/shared/StepFrame.tsx',
    remove: "title: title.trim() === '' ? t('untitled') : title",
    put: 'title',
    test: 'src/features/studio/shared/StepFrame.test.tsx',
  },
  {
    guard: 'the keys of undo work on every step',
    file: 'src/features/studio/shared/StepFrame.tsx',
    remove: 'useEffect(() => watchUndoKeys(desk), [desk]);',
    test: 'src/features/studio/shared/StepFrame.test.tsx',
  },
  {
    guard: 'ids are compared with the text as it was when this bout of typing began',
    file: authoring('draft-text/edit-sentences.ts'),
    remove: 'baseline === undefined',
    put: 'true',
    test: EDIT_TEST,
  },
  {
    guard: 'what was split by hand stays split while the block is typed in',
    file: authoring('draft-text/edit-sentences.ts'),
    remove: 'moveAll(innerEnds(lines))',
    put: 'moveAll(automaticBorders(old))',
    test: EDIT_TEST,
  },
  {
    guard: 'what was merged by hand stays merged',
    file: authoring('draft-text/edit-sentences.ts'),
    remove: 'if (!before.has(border)) ',
    test: EDIT_TEST,
  },
  {
    guard: 'the tap of a sentence that was merged away is not left behind',
    file: authoring('draft-text/split-merge.ts'),
    remove: 'hasFirst ? [] : ',
    test: MERGE_TEST,
  },
  {
    guard: 'a text brought again keeps the ids of sentences that stayed',
    file: authoring('draft-text/compose-draft.ts'),
    remove: 'old?.id ?? newId(prefix)',
    put: 'newId(prefix)',
    test: COMPOSE_TEST,
  },
  {
    guard: 'pictures on the network are said, not fetched',
    file: authoring('html/figures.ts'),
    remove: "notices.add(found === 'outside' ? 'picture-outside' : 'picture-missing');",
    test: HTML_TEST,
  },
  {
    guard: 'scripts and styles are no prose',
    file: authoring('html/read-html.ts'),
    remove: 'if (isDropped(name)) return;',
    test: HTML_TEST,
  },
  {
    guard: 'UTF-16 without its mark is seen for what it is',
    file: authoring('txt.ts'),
    remove: 'if (wide !== null)',
    put: 'if (false)',
    test: TXT_TEST,
  },
  {
    guard: 'an input method is left alone while it composes',
    file: text('SentenceField.tsx'),
    remove: 'area === null || isComposingRef.current || ',
    put: 'area === null || ',
    test: STEP_TEST,
  },
  {
    guard: 'half a word of an input method is not text',
    file: text('SentenceField.tsx'),
    remove: 'if (!isComposingRef.current && !event.isComposing) take();',
    put: 'if (fieldRef.current !== null) take();',
    test: STEP_TEST,
  },
  {
    guard: 'a picture that does not say what it shows is said',
    file: text('TextStep.tsx'),
    remove: "block.type === 'figure' && block.alt.trim() === ''",
    put: 'false',
    test: STEP_TEST,
  },
  {
    guard: 'what only may be looked at cannot be written',
    file: text('BlockList.tsx'),
    remove: '          readOnly,\n          found',
    put: '          readOnly: false,\n          found',
    test: STEP_TEST,
  },
  {
    guard: 'a part of a zipped document stays within its cap',
    file: authoring('zip/parts.ts'),
    remove: 'if (entry.uncompressedSize > cap || total > MAX_TOTAL_BYTES)',
    put: 'if (false)',
    test: 'tests/studio/import.test.ts',
    project: 'browser',
  },
  {
    guard: 'a picture is drawn anew, so that the place it was taken at is gone',
    file: authoring('images/prepare-picture.ts'),
    remove: 'return await encode(drawUpright(bitmap), head.kind);',
    put: 'return { ...(await encode(drawUpright(bitmap), head.kind)), bytes: file };',
    test: 'tests/studio/import.test.ts',
    project: 'browser',
  },
  {
    guard: 'handlers and styles of foreign markup are disarmed before it is parsed',
    file: authoring('html/parse-html.ts'),
    remove: "parseFromString(disarmed(markup), 'text/html')",
    put: "parseFromString(markup, 'text/html')",
    test: 'tests/studio/import.test.ts',
    project: 'browser',
  },
  {
    guard: 'a letter is on the screen before what it changes beside it is drawn',
    file: text('after-picture.ts'),
    remove: 'if (timer === null) drawn.value = now;',
    put: 'drawn.value = now;',
    test: text('after-picture.test.ts'),
  },
  {
    guard: 'what waits for a picture does not wait for ever',
    file: text('after-picture.ts'),
    remove: 'timer = setTimeout(settle, AT_LATEST_MS);',
    put: 'timer = setTimeout(() => undefined, AT_LATEST_MS);',
    test: text('after-picture.test.ts'),
  },
  {
    guard: 'what is drawn at once waits for nothing afterwards',
    file: text('after-picture.ts'),
    remove: '    stopWaiting();\n    drawn.value = source.peek();',
    put: '    drawn.value = source.peek();',
    test: text('after-picture.test.ts'),
  },
];
