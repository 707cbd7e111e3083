// Words and pinyin: what keeps a text as it is, a person's answers as they gave them, and a doubt a doubt.
const draftWords = (name) => `src/authoring/draft-words/${name}`;
const step = (name) => `src/features/studio/piece/words/${name}`;
const EDIT_TEST = draftWords('edit.test.ts');
const PROPOSE_TEST = draftWords('propose.test.ts');
const STEP_TEST = step('WordsStep.test.tsx');

export const MUTANTS = [
  {
    guard: 'a change of words never changes the text',
    file: draftWords('places.ts'),
    remove: 'textOfDraft(next) === textOfDraft(sentence) &&',
    put: '',
    test: EDIT_TEST,
  },
  {
    guard: 'a single character is settled only where it was confirmed',
    file: draftWords('edit.ts'),
    remove: 'if (isSingle(word.text)) {',
    put: 'if (false) {',
    test: EDIT_TEST,
  },
  {
    guard: 'what nobody could read is not confirmed with the rest',
    file: draftWords('confirm.ts'),
    remove: 'isUnsure(word) && word.pinyin !== undefined ? settled(word, word.pinyin) : word,',
    put: "isUnsure(word) ? settled(word, word.pinyin ?? '') : word,",
    test: EDIT_TEST,
  },
  {
    guard: 'proposals leave what was read alone',
    file: draftWords('propose.ts'),
    remove: 'if (before?.text === word.text) return before;',
    test: PROPOSE_TEST,
  },
  {
    guard: 'proposals made for another text are not put down',
    file: draftWords('places.ts'),
    remove: 'textOfDraft(next) === textOfDraft(sentence) &&',
    put: '',
    test: PROPOSE_TEST,
  },
  {
    guard: 'the club’s dictionary wins',
    file: draftWords('propose.ts'),
    remove: '...wording.dictionary',
    put: '',
    test: PROPOSE_TEST,
  },
  {
    guard: 'a word in doubt carries what it could be',
    file: draftWords('propose.ts'),
    remove: 'doubts.length === 0 ? { pinyin }',
    put: 'true ? { pinyin }',
    test: PROPOSE_TEST,
  },
  {
    guard: 'pinyin of another length than the word is refused',
    file: draftWords('typed-pinyin.ts'),
    remove: 'if (syllables.length + coloured !== characters.length)',
    put: 'if (false)',
    test: draftWords('typed-pinyin.test.ts'),
  },
  {
    guard: 'a month that is out is not changed by keys',
    file: step('use-words.ts'),
    remove: 'if (!word || !desk.canWrite.peek()) return;',
    put: 'if (!word) return;',
    test: STEP_TEST,
  },
  {
    guard: 'a card and its marks are one step of undo',
    file: step('term-actions.ts'),
    remove: "desk.change('term', (piece) => markTerm(piece, word, card.id), merge);",
    put: "desk.change('term', (piece) => markTerm(piece, word, card.id));",
    test: STEP_TEST,
  },
];
