// What stands between a facilitator's work and its loss: saving, one writer a month, a full disk, a browser that is killed.
const shared = (name) => `src/features/studio/shared/${name}`;
const AUTOSAVE_TEST = shared('autosave.test.ts');
const MONTH_TEST = shared('month.test.ts');
const browser = (name) => ({ test: `tests/studio/${name}`, project: 'browser' });

export const MUTANTS = [
  {
    guard: '已保存 is said only of what a completed transaction holds',
    file: shared('autosave.ts'),
    remove: 'const atMs = await save();',
    put: 'const atMs = Date.now();\n      void save();',
    test: AUTOSAVE_TEST,
  },
  {
    guard: 'what is changed while something is being saved is saved too',
    file: shared('autosave.ts'),
    remove: 'if (isDirty) schedule(SAVE_AFTER_MS);',
    test: AUTOSAVE_TEST,
  },
  {
    guard: 'what could not be saved is tried again',
    file: shared('autosave.ts'),
    remove: 'schedule(RETRY_AFTER_MS);',
    test: AUTOSAVE_TEST,
  },
  {
    guard: 'a draft that does not fit is told from one the browser refuses',
    file: shared('autosave.ts'),
    remove: "isFull ? 'full' : 'refused'",
    put: "'refused'",
    test: AUTOSAVE_TEST,
  },
  {
    guard: 'who was overtaken does not try to write again',
    file: shared('autosave.ts'),
    remove: "if (error instanceof DraftStoreError && error.fault === 'conflict') return onConflict();",
    test: AUTOSAVE_TEST,
  },
  {
    guard: 'a window that only shows a month changes nothing in it',
    file: shared('month.ts'),
    remove: 'if (!isWriter.peek()) return;\n    work();',
    put: 'work();',
    test: MONTH_TEST,
  },
  {
    guard: 'what a robbed window had not saved is kept beside',
    file: shared('month.ts'),
    remove: "for (const piece of changedPieces()) await shelf.keepVersion(piece, id, 'left-over');",
    test: MONTH_TEST,
  },
  {
    guard: 'a month that is out cannot be changed',
    file: shared('month.ts'),
    remove: 'isWriter.value && !isOut.value',
    put: 'isWriter.value',
    test: MONTH_TEST,
  },
  {
    guard: 'before a page goes, what is not saved is written at once',
    file: shared('month.ts'),
    remove: 'if (isAllSaved() || !lock.isHeld()) return;',
    put: 'return;',
    test: MONTH_TEST,
  },
  {
    guard: 'two windows: one writes',
    file: shared('month-lock.ts'),
    remove: 'if (lock === null) return resolve(false);',
    put: 'if (lock === null) return resolve(true);',
    ...browser('two-windows.test.ts'),
  },
  {
    guard: 'a window asked for its month saves before it lets go',
    file: shared('month-lock.ts'),
    remove: "if (!(await saveAll())) return say('not-saved');",
    ...browser('two-windows.test.ts'),
  },
  {
    guard: 'a full disk is known by the names browsers give it',
    file: 'src/storage/drafts/draft-store-error.ts',
    remove: "  'QuotaExceededError',\n",
    ...browser('full.test.ts'),
  },
  {
    guard: 'what was called saved is there after the browser was killed',
    file: shared('draft-shelf.ts'),
    remove: 'save: saveDraft,',
    put: 'save: async (change, options) => {\n    setTimeout(() => void saveDraft(change, options), 20_000);\n    return Date.now();\n  },',
    ...browser('typing-kills.test.ts'),
  },
  {
    guard: 'which drafts there are is written down outside the database',
    file: 'src/features/studio/queue/LostDrafts.tsx',
    remove: 'await writeDraftCensus([...present, ...found]);',
    ...browser('lost-drafts.test.ts'),
  },
  {
    guard: 'a month just made is written down outside the database',
    file: shared('make-month.ts'),
    remove: 'await noteDraft({ id: issue.id, title: issue.title });',
    ...browser('month-page.test.ts'),
  },
  {
    guard: 'a film is in the draft as soon as all of it is on disk, before it is prepared',
    file: 'src/features/studio/recorder/finish-track.ts',
    remove: '      original,\n    })),',
    put: '    })),',
    test: 'tests/studio/killed.alone.ts',
    project: 'alone',
  },
];
