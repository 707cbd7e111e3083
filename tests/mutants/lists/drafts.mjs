// Drafts on the hub: what stands between two people, a broken line or a wrong file and a lost text.
const hub = (name) => `src/hub/drafts/${name}`;
const draft = (name) => `src/authoring/draft/${name}`;
const studio = (name) => `src/features/studio/shared/hub/${name}`;
const STORE_TEST = hub('draft-store.test.ts');
const UPLOAD_TEST = hub('uploads.test.ts');
const ROUTE_TEST = hub('draft-routes.test.ts');
const MERGE_TEST = draft('merge-drafts.test.ts');
const MONTH_TEST = studio('sync-month.test.ts');
const UNCLEAR_TEST = hub('unclear.test.ts');

export const MUTANTS = [
  {
    guard: 'an upload asked for and never begun does not stay for two weeks',
    file: hub('uploads.ts'),
    remove:
      'if (await isUnused(path.join(store.directory, name))) await forget(store, name);\n              else await finishIfWhole',
    put: 'await finishIfWhole',
    test: UPLOAD_TEST,
  },
  {
    guard: 'a draft is written on the state it was read in',
    file: hub('draft-store.ts'),
    remove:
      "if (before !== null && etagOf(before) !== ifMatch) throw new HubDraftError('draft-changed', issueId);",
    test: STORE_TEST,
  },
  {
    guard: 'two writes of one month come one after the other',
    file: hub('in-turn.ts'),
    remove: 'before.then(work, work)',
    put: 'work()',
    test: STORE_TEST,
  },
  {
    guard: 'a month’s list names only pieces that are there',
    file: hub('draft-store.ts'),
    remove: 'if (lost !== undefined) throw',
    put: 'if (false) throw',
    test: STORE_TEST,
  },
  {
    guard: 'a draft lies under its own month and club',
    file: hub('draft-store.ts'),
    remove: "if (club === null || !isOwn) throw new HubDraftError('draft-incomplete', issueId);",
    test: STORE_TEST,
  },
  {
    guard: 'the bin is emptied only after its time',
    file: hub('draft-store.ts'),
    remove: 'nowMs - Date.parse(head.removedAt) > BIN_MS',
    put: 'true',
    test: STORE_TEST,
  },
  {
    guard: 'what was written over is kept for a while',
    file: hub('draft-store.ts'),
    remove: 'if (nowMs - (await stat(file)).mtimeMs > OLD_DOCUMENT_MS) await rm(file);',
    put: 'await rm(file);',
    test: STORE_TEST,
  },
  {
    guard: 'nothing is written without saying on what',
    file: hub('draft-routes.ts'),
    remove: "if (etag === undefined) throw new ApiError(400, 'bad-request');\n  return etag;",
    put: 'return etag ?? null;',
    test: ROUTE_TEST,
  },
  {
    guard: 'a file is given only under a month that names it',
    file: hub('draft-store.ts'),
    remove: 'return isNamed ? attachments',
    put: 'return draft ? attachments',
    test: ROUTE_TEST,
  },
  {
    guard: 'the list of drafts shows one’s own clubs',
    file: hub('draft-routes.ts'),
    remove: '.filter(({ club }) => clubs.includes(club))',
    put: '.filter(() => clubs.length > 0)',
    test: ROUTE_TEST,
  },
  {
    guard: 'an uploaded file is what it says it is',
    file: hub('staged-check.ts'),
    remove: "if (kind === null || kind !== claimedKind(type)) return 'upload-wrong-type';",
    put: "if (kind === null) return 'upload-wrong-type';",
    test: UPLOAD_TEST,
  },
  {
    guard: 'a page that begins like a video is none',
    file: hub('content-kind.ts'),
    remove: "if (box === 'ftyp') return size >= 16 && size <= HEAD_BYTES;",
    put: "if (box === 'ftyp') return true;",
    test: UPLOAD_TEST,
  },
  {
    guard: 'an uploaded drawing carries no program',
    file: hub('staged-check.ts'),
    remove:
      "if (kind === 'svg' && svgFault(await readFile(file, 'utf8')) !== null) return 'upload-unsafe-drawing';",
    test: UPLOAD_TEST,
  },
  {
    guard: 'an uploaded file has the hash it was said to have',
    file: hub('staged-check.ts'),
    remove: "(await hashOfFile(file)) === sha256 ? null : 'upload-hash-mismatch'",
    put: '(await hashOfFile(file)) === sha256 ? null : null',
    test: UPLOAD_TEST,
  },
  {
    guard: 'too big a file is refused before its first byte',
    file: hub('staged-check.ts'),
    remove: "return bytes > capOf(kind) ? 'upload-too-big' : null;",
    put: 'return null;',
    test: UPLOAD_TEST,
  },
  {
    guard: 'a refused upload leaves nothing',
    file: hub('uploads.ts'),
    remove: '    await forget(store, upload.id);\n    return refusal;',
    put: '    return refusal;',
    test: UPLOAD_TEST,
  },
  {
    guard: 'an id keeps the bytes it has',
    file: hub('uploads.ts'),
    remove: '(known.sha256 !== sha256 || known.club !== club)',
    put: 'known.club !== club',
    test: UPLOAD_TEST,
  },
  {
    guard: 'an id stays with its club',
    file: hub('uploads.ts'),
    remove: '(known.sha256 !== sha256 || known.club !== club)',
    put: 'known.sha256 !== sha256',
    test: UPLOAD_TEST,
  },
  {
    guard: 'the disk keeps room for what must be written',
    file: hub('uploads.ts'),
    remove: '- upload.size < RESERVE_BYTES',
    put: '- upload.size < 0',
    test: UPLOAD_TEST,
  },
  {
    guard: 'an upload that was whole when the hub went down is taken in',
    file: hub('uploads.ts'),
    remove: 'await turn(name, () => finishIfWhole(club, name));',
    put: 'continue;',
    test: UPLOAD_TEST,
  },
  {
    guard: 'uploads of one club are not without end',
    file: hub('uploads.ts'),
    remove: 'if (running >= MOST_UPLOADS)',
    put: 'if (false)',
    test: UPLOAD_TEST,
  },
  {
    guard: 'a sentence the shelf has not is not counted',
    file: hub('unclear.ts'),
    remove: '?.has(mark.sentence) ? [mark] : []',
    put: '?.has(mark.sentence) ? [mark] : [mark]',
    test: UNCLEAR_TEST,
  },
  {
    guard: 'of one sender a sentence counts once',
    file: hub('unclear.ts'),
    remove: '[`${mark.piece} ${mark.sentence}`, mark]',
    put: '[mark, mark]',
    test: UNCLEAR_TEST,
  },
  {
    guard: 'who sends without end is slowed down',
    file: hub('unclear-routes.ts'),
    remove: 'if (seconds > 0)',
    put: 'if (false)',
    test: UNCLEAR_TEST,
  },
  {
    guard: 'what both changed is a clash, and neither is taken for the other',
    file: draft('merge-drafts.ts'),
    remove: 'return { local: mine, shared: theirs, isClash: true };',
    put: 'return one(mine);',
    test: MERGE_TEST,
  },
  {
    guard: 'a part in clash keeps its old base',
    file: draft('merge-drafts.ts'),
    remove: 'isSame(own(here, id), own(there, id)) ? own(here, id) : own(before, id)',
    put: 'own(there, id)',
    test: MERGE_TEST,
  },
  {
    guard: 'a piece somebody worked on is not taken off by the other',
    file: draft('merge-lists.ts'),
    remove: 'return mine.includes(id) ? edited.mine(id) : edited.theirs(id);',
    put: 'return false;',
    test: MERGE_TEST,
  },
  {
    guard: 'a month somebody works on is not put into the bin by the other',
    file: draft('merge-drafts.ts'),
    remove: ' && !isEdited(keeper)',
    test: MERGE_TEST,
  },
  {
    guard: 'a piece that has not come yet is not one thrown away',
    file: draft('merge-drafts.ts'),
    remove: '({ ...base.pieces, ...some })',
    put: 'some',
    test: MERGE_TEST,
  },
  {
    guard: 'whoever was overtaken reads again before writing',
    file: studio('sync-month.ts'),
    remove: 'if (!isOvertaken || tries === MOST_TRIES) throw error;',
    put: 'throw error;',
    test: MONTH_TEST,
  },
  {
    guard: 'what waits beside an open month does not count as taken',
    file: studio('sync-month.ts'),
    remove: 'base: nextBase(base, here, shared), shared',
    put: 'base: shared, shared',
    test: MONTH_TEST,
  },
  {
    guard: 'a file from the hub is compared with its hash before it can be opened',
    file: studio('fetch-file.ts'),
    remove: 'done !== bytes || hash.digest() !== sha256',
    put: 'done !== bytes',
    test: studio('fetch-file.test.ts'),
  },
  {
    guard: 'a part the browser sent twice begins no upload anew',
    file: studio('after-refusal.ts'),
    remove: "if (code === 'upload-offset') return 'go-on';",
    test: studio('after-refusal.test.ts'),
  },
  {
    guard: 'one side chosen is no question any more',
    file: draft('choose-side.ts'),
    remove: '    base: withTheirs(base, clash),\n  };\n}\n\n/**',
    put: '    base,\n  };\n}\n\n/**',
    test: draft('choose-side.test.ts'),
  },
  {
    guard: 'files wait while somebody records',
    file: studio('file-traffic.ts'),
    remove: 'if (sending !== null || isPaused || isHeld) return;',
    put: 'if (sending !== null || isPaused) return;',
    test: studio('file-traffic.test.ts'),
  },
  {
    guard: 'a recording is waited for to its end',
    file: 'src/features/studio/shared/recording-now.ts',
    remove: 'await locks?.request(LOCK, () => undefined);',
    test: 'src/features/studio/shared/recording-now.test.ts',
  },
];
