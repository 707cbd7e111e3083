// Releasing: what stands between a planned month and one that goes out twice, too early, unseen, or by somebody who may not.
const at = (name) => `src/hub/release/${name}`;
const SCHEDULER_TEST = at('scheduler.test.ts');
const CHOOSE_TEST = at('choose-work.test.ts');
const RELEASE_TEST = at('release.test.ts');
const OUT_TEST = at('published.test.ts');
const JOURNAL_TEST = at('journal.test.ts');
const LINKS_TEST = at('links-and-packs.test.ts');

export const MUTANTS = [
  {
    guard: 'a hub killed after the switch finishes the month instead of releasing it again',
    file: at('run-plan.ts'),
    remove: 'if (done !== null) return finish(record, plan, done, tools);',
    test: SCHEDULER_TEST,
  },
  {
    guard: 'what is about to be switched is written down first',
    file: at('run-plan.ts'),
    remove: 'return { ...now, switching };',
    put: 'return now;',
    test: SCHEDULER_TEST,
  },
  {
    guard: 'a plan taken back while its files are looked into is not switched',
    file: at('run-plan.ts'),
    remove: 'if (now?.plan?.id !== id) throw new PlanGoneError(id);',
    put: 'if (now === null) return null;',
    test: SCHEDULER_TEST,
  },
  {
    guard: 'a failure is written down and tried again',
    file: at('run-plan.ts'),
    remove: 'if (!(error instanceof PlanGoneError)) await fail(record, plan, error, tools);',
    test: SCHEDULER_TEST,
  },
  {
    guard: 'the clock is looked at again every half minute',
    file: at('scheduler.ts'),
    remove: 'Math.min(waitMs ?? longestWaitMs, longestWaitMs)',
    put: 'waitMs ?? longestWaitMs',
    test: SCHEDULER_TEST,
  },
  {
    guard: 'the scheduler outlives what should not happen',
    file: at('scheduler.ts'),
    remove: 'onError(error);',
    put: 'throw error;',
    test: SCHEDULER_TEST,
  },
  {
    guard: 'what the checks refused is not released when its time comes',
    file: at('choose-work.ts'),
    remove: "case 'refused':\n      return [];",
    put: "case 'refused':",
    test: CHOOSE_TEST,
  },
  {
    guard: 'a clock set back does not put off the next try',
    file: at('choose-work.ts'),
    remove: 'retryMs - nowMs > longestRetryMs ? nowMs : retryMs',
    put: 'retryMs',
    test: CHOOSE_TEST,
  },
  {
    guard: 'a warning without a reason keeps a month back, as in the studio',
    file: at('hub-publisher.ts'),
    remove: 'if (refusal !== null) return refusal;',
    test: RELEASE_TEST,
  },
  {
    guard: 'the media are looked into, whatever the draft says of them',
    file: at('check-approved.ts'),
    remove: 'return { id, bytes, ...attachmentFacts(facts, name) };',
    put: 'return facts === null ? { ...file, name: attachmentFacts(facts, name).name } : file;',
    test: RELEASE_TEST,
  },
  {
    guard: 'a byte that changed on the disk since the upload is noticed',
    file: at('draft-folder.ts'),
    remove: 'if ((await hashOfFile(stored.path)) !== stored.sha256)',
    put: "if (stored.sha256 === '')",
    test: RELEASE_TEST,
  },
  {
    guard: 'only what was seen is approved',
    file: at('release-desk.ts'),
    remove: "if (draft.etag !== seen) throw new ApiError(412, 'draft-changed');",
    test: RELEASE_TEST,
  },
  {
    guard: 'nothing is planned for the past',
    file: at('release-desk.ts'),
    remove: "if (at !== null && at < nowMs - toleranceMs) throw new ApiError(422, 'release-past');",
    test: RELEASE_TEST,
  },
  {
    guard: 'nothing is planned before its files have arrived',
    file: at('release-desk.ts'),
    remove: 'await requireFiles(draft.issue.club, namedFiles(draft.issue, pieces));',
    test: RELEASE_TEST,
  },
  {
    guard: 'only a publisher of the club plans',
    file: at('release-routes.ts'),
    remove: "routes.put('/releases/:issue/plan', allow({ role: 'publisher', club: clubOfRoute }),",
    put: "routes.put('/releases/:issue/plan', allow({ role: 'editor', club: clubOfRoute }),",
    test: OUT_TEST,
  },
  {
    guard: 'the journal says a thing once',
    file: at('journal.ts'),
    remove: 'if (entries.some(({ what, id }) => what === entry.what && id === entry.id)) return;',
    test: JOURNAL_TEST,
  },
  {
    guard: 'a line cut short by a crash does not spoil the next one',
    file: at('journal.ts'),
    remove: "text === '' || text.endsWith('\\n') ? '' : '\\n'",
    put: "''",
    test: JOURNAL_TEST,
  },
  {
    guard: 'a line of the journal changed afterwards shows',
    file: at('journal.ts'),
    remove: 'parsed.output.previous !== expected || ',
    test: JOURNAL_TEST,
  },
  {
    guard: 'a link opens nothing after its time',
    file: at('preview-links.ts'),
    remove: 'if (Date.parse(parsed.output.until) > nowMs()) return parsed.output;',
    put: 'if (nowMs() > 0) return parsed.output;',
    test: LINKS_TEST,
  },
  {
    guard: 'a link opens nothing but what the month shows',
    file: at('preview-routes.ts'),
    remove: 'const stored = named && (await',
    put: 'const stored = (await',
    test: LINKS_TEST,
  },
  {
    guard: 'no pack is put together of two catalogues',
    file: at('pack-routes.ts'),
    remove:
      "if (String(sequence) !== context.req.query('sequence')) throw new ApiError(409, 'pack-outdated');",
    test: LINKS_TEST,
  },
  {
    guard: 'only a publisher of the club takes a plan back',
    file: at('release-routes.ts'),
    remove: "routes.delete('/releases/:issue/plan', allow({ role: 'publisher', club: clubOfRoute }),",
    put: "routes.delete('/releases/:issue/plan', allow({ role: 'editor', club: clubOfRoute }),",
    test: OUT_TEST,
  },
  {
    guard: 'only a publisher of the club withdraws',
    file: at('release-routes.ts'),
    remove: "'/releases/:issue/withdrawal',\n    allow({ role: 'publisher', club: clubOfRoute }),",
    put: "'/releases/:issue/withdrawal',\n    allow({ role: 'editor', club: clubOfRoute }),",
    test: OUT_TEST,
  },
  {
    guard: 'nobody sees how another club’s months stand',
    file: at('release-routes.ts'),
    remove: 'releases: (await releases.list()).filter(isOf(context))',
    put: 'releases: await releases.list()',
    test: OUT_TEST,
  },
  {
    guard: 'nobody reads another club’s journal',
    file: at('release-routes.ts'),
    remove: 'entries.filter(isOf(context)).slice(0, mostEntries)',
    put: 'entries.slice(0, mostEntries)',
    test: OUT_TEST,
  },
  {
    guard: 'a month is not withdrawn without a reason',
    file: at('release-routes.ts'),
    remove: 'v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300))',
    put: 'v.string()',
    test: OUT_TEST,
  },
  {
    guard: 'only what is out is withdrawn',
    file: at('release-desk.ts'),
    remove: "if (manifest === null || club === null) throw new ApiError(404, 'not-published');",
    put: "if (club === null) throw new ApiError(404, 'not-published');",
    test: OUT_TEST,
  },
  {
    guard: 'nothing is planned for years ahead by a slip of a digit',
    file: at('release-desk.ts'),
    remove: "if (at !== null && at > nowMs + farthestMs) throw new ApiError(422, 'release-far');",
    test: RELEASE_TEST,
  },
  {
    guard: 'a plan replaced by another leaves no approved copy behind',
    file: at('release-desk.ts'),
    remove: 'if (before?.plan != null) await approved.forget(before.plan.id);',
    test: RELEASE_TEST,
  },
  {
    guard: 'a month taken off the queue is planned no more, at once',
    file: at('release-desk.ts'),
    remove: 'if (plan === null || by === null) return;\n      await takeOff',
    put: 'if (plan === null || by === null || true) return;\n      await takeOff',
    test: RELEASE_TEST,
  },
  {
    guard: 'a month taken off the queue just before the hub was killed does not go out',
    file: at('release-desk.ts'),
    remove: 'if (by !== null) return { work: () => takeOff(planned.issue, planned.plan.id, by) };',
    test: RELEASE_TEST,
  },
  {
    guard: 'the hub is told when a month is taken off the queue',
    file: 'src/hub/drafts/draft-routes.ts',
    remove: 'if (change.isRemoved === true) await onTakenOff(issueOf(context)).catch(console.error);',
    put: 'void onTakenOff;',
    test: 'src/hub/drafts/draft-routes.test.ts',
  },
  {
    guard:
      'a sweep by itself switches the catalogue first, so that who is about to name a file puts it again',
    file: 'src/hub/publish/sweep.ts',
    remove: `await changeShelf(
    shelf,
    now,
    async ({ publications, withdrawn }) => ({
      contents: { publications, withdrawn },
      result: undefined,
    }),
    { afterwards: ({ publications }) => sweep(shelf.store, publications) },
  );`,
    put: "void [changeShelf, now]; const { readShelf } = await import('../shelf-state.ts'); await sweep(shelf.store, (await readShelf(shelf.store, shelf.keys.publicKey)).publications);",
    test: 'src/hub/publish/add-issue.test.ts',
  },
  {
    guard: 'a deletion that comes after its time is not done',
    file: 'src/hub/store/s3-store.ts',
    remove: 'if (held === null) return bucket.remove(href);',
    put: 'if (href !== "") return bucket.remove(href);',
    test: 'tests/hub/frozen-hub.faults.ts',
    project: 'faults',
  },
];
