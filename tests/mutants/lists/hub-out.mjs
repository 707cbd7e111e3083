// What goes out of the hub and what is said of it: the book, files on the socket, health, logs, settings, plain http.
const epub = (name) => `src/core/shelf/epub/${name}`;
const EPUB_TEST = epub('epub.test.ts');
const HEALTH_TEST = 'src/hub/health.test.ts';
const LOG_TEST = 'src/hub/log.test.ts';
const STOP_TEST = 'src/hub/stop.test.ts';
const CONFIG_TEST = 'src/hub/config-file.test.ts';
const WATCHED_TEST = 'src/hub/server/watched.test.ts';
const DOCTOR_TEST = 'src/hub/doctor/doctor.test.ts';
const SERVE_TEST = 'src/hub/serve.test.ts';

export const MUTANTS = [
  {
    guard: 'a catalogue switched while it is sent is not half of each',
    file: 'src/hub/server/file-response.ts',
    remove: 'if (file.tag !== undefined || size > atOnceBytes)',
    put: 'if (size > 0)',
    test: 'src/hub/server/file-response.test.ts',
  },
  {
    guard: 'a video too large for reading apps stays out of the book',
    file: epub('media.ts'),
    remove: 'ref.size > largestVideoBytes || ',
    test: EPUB_TEST,
  },
  {
    guard: 'a book that is full takes no further video',
    file: epub('media.ts'),
    remove: ' || videoBytes + ref.size > allVideosBytes',
    test: EPUB_TEST,
  },
  {
    guard: 'sound no reading app has to play stays out of the book',
    file: epub('media.ts'),
    remove: ' || !isPlayable(ref)',
    test: EPUB_TEST,
  },
  {
    guard: 'a stand-in claims no sign language in the book',
    file: epub('claims.ts'),
    remove: "kind === 'sign' && !placeholder",
    put: "kind === 'sign'",
    test: EPUB_TEST,
  },
  {
    guard: 'a video gets no overlay',
    file: epub('overlay.ts'),
    remove: "kind === 'audio' && ",
    test: EPUB_TEST,
  },
  {
    guard: 'characters XML forbids are left out',
    file: epub('xhtml.ts'),
    remove: "escapeHtml(text.replace(notXml, ''))",
    put: 'escapeHtml(text)',
    test: EPUB_TEST,
  },
  {
    guard: 'captions are claimed only where every film has them',
    file: epub('claims.ts'),
    remove: 'films.every(',
    put: 'films.some(',
    test: EPUB_TEST,
  },
  {
    guard: 'the log holds a kind and no path',
    file: 'src/hub/server/request-log.ts',
    remove: 'routeKind(context.req.path)',
    put: 'context.req.path',
    test: LOG_TEST,
  },
  {
    guard: 'the log cuts what an error quotes',
    file: 'src/hub/log.ts',
    remove: 'error.message.slice(0, 200)',
    put: 'error.message',
    test: LOG_TEST,
  },
  {
    guard: 'a clock before the last release is not well',
    file: 'src/hub/health.ts',
    remove: ' && (issued ?? 0) <= now() + toleratedMs',
    test: HEALTH_TEST,
  },
  {
    guard: 'a catalogue that is not ours is not well',
    file: 'src/hub/health.ts',
    remove: 'const { catalogue } = await verifyCatalogueFrom(jws, key);',
    put: "const catalogue = { issued: key === null || verifyCatalogueFrom === null ? jws : '2026-11-01T00:00:00Z' };",
    test: HEALTH_TEST,
  },
  {
    guard: 'many who ask for the health ask the disk once',
    file: 'src/hub/health.ts',
    remove: 'last === null || now - last.at > freshMs',
    put: 'freshMs > 0',
    test: HEALTH_TEST,
  },
  {
    guard: 'a stop lets answers end',
    file: 'src/hub/stop.ts',
    remove: '}, patienceMs);\n    server.close',
    put: '}, 0);\n    server.close',
    test: STOP_TEST,
  },
  {
    guard: 'a stop waits for a release',
    file: 'src/hub/stop.ts',
    remove: 'Promise.race([free, late])',
    put: 'Promise.race([free, late, true])',
    test: STOP_TEST,
  },
  {
    guard: 'the environment wins over hub.json',
    file: 'src/hub/config-file.ts',
    remove: '{ ...Object.fromEntries(said), ...environment }',
    put: '{ ...environment, ...Object.fromEntries(said) }',
    test: CONFIG_TEST,
  },
  {
    guard: 'plain http gets a sentence and no app',
    file: 'src/hub/server/watched.ts',
    remove: '  outer.use(needsHttps(address));\n',
    put: '  needsHttps(address);\n',
    test: WATCHED_TEST,
  },
  {
    guard: 'the shelf stays open to reading apps over plain http',
    file: 'src/hub/server/needs-https.ts',
    remove: "routeKind(context.req.path) !== 'page' || ",
    test: WATCHED_TEST,
  },
  {
    guard: 'a shelf elsewhere is asked for from the address people use',
    file: 'src/hub/doctor/doctor-command.ts',
    remove: 'publicUrl ?? `http://localhost:${port}`',
    put: '`http://localhost:${port}${publicUrl === null}`',
    test: DOCTOR_TEST,
  },
  {
    guard: 'a large film that is repaired carries no time of making',
    file: 'src/hub/publish/prepare-media.ts',
    remove: 'await removeDatesIn(handle);',
    put: 'void removeDatesIn;',
    test: 'src/hub/publish/prepare-media.test.ts',
  },
  {
    guard: 'a drawing in another encoding than it is looked at in is refused',
    file: 'src/hub/publish/svg-safety.ts',
    remove: '[encoding, controls, forbiddenElements,',
    put: '[forbiddenElements,',
    test: 'src/hub/publish/svg-safety.test.ts',
  },
  {
    guard: 'the hub outlives a connection that could not be taken',
    file: 'src/hub/serve.ts',
    remove: "server.on('error', (error: Error) => log.error('socket failed', { error }));",
    test: SERVE_TEST,
  },
  {
    guard: 'a key others can read is said',
    file: 'src/hub/doctor/machine-checks.ts',
    remove: '(mode & 0o077) === 0',
    put: '(mode & 0o007) === 8',
    test: DOCTOR_TEST,
  },
  {
    guard: 'the file of a viewer who goes away is closed',
    file: 'src/hub/server/send-file.ts',
    remove: '      await handle.close();\n',
    test: SERVE_TEST,
  },
  {
    guard: 'a manifest that could not be read once is asked for again before the next release',
    file: 'src/hub/server/shelf-index.ts',
    remove: 'made.catch(() => manifests.delete(href));',
    put: 'made.catch(() => undefined);',
    test: 'src/hub/server/shelf-index.test.ts',
  },
  {
    guard: 'no page waits for its hints',
    file: 'src/hub/server/reading-extras.ts',
    remove: 'await soon(index.find(issue, piece), shelfUrl, hintMs)',
    put: 'await index.find(issue, piece)',
    test: 'src/hub/server/shelf-index.test.ts',
  },
  {
    guard: 'no log line names a file of a draft',
    file: 'src/hub/log.ts',
    remove: 'if (error instanceof HubError) {',
    put: "if (error instanceof HubError && error.fault === 'store-unreachable') {",
    test: LOG_TEST,
  },
];
