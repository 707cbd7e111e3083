/** The engine with everything around it: trust, census, importing, verifying, and what pages are told. */
import type { MediaStore } from '../../storage/media/media-store.ts';
import { shanghaiDate } from '../days.ts';
import { ImportError, type ImportReport, type OnProgress, type VerifyReport } from '../library.ts';
import { isBeingRead } from '../reading-lock.ts';
import type { ShelfConfig } from '../shelf-config.ts';
import { keptCatalogue } from '../trust.ts';
import { indexIssues } from '../search/build-index.ts';
import { readCensus, writeCensus } from './census.ts';
import { createDatabaseJournal } from './database-journal.ts';
import { createEngine } from './engine.ts';
import { createHttpSource } from './http-source.ts';
import { openImports } from './import-lock.ts';
import { createImporting } from './importing.ts';
import type { Ask, Message, Notices, Refusal, Surrounded, ToInstaller } from './messages.ts';
import { currentMonth, removable } from './policy.ts';
import { sleep } from './sleep.ts';
import { dropUnsound } from './sound-records.ts';

interface InstallerParts {
  readonly config: ShelfConfig;
  readonly surroundings: Surrounded;
  readonly store: MediaStore;
  readonly post: (message: Message) => void;
}

export interface Installer {
  hear(message: ToInstaller): void;
  stop(): void;
  readonly ended: Promise<void>;
}

/** Pages are told so often at most. */
const TELL_MS = 200;

export async function startInstaller({
  config,
  surroundings,
  store,
  post,
}: InstallerParts): Promise<Installer> {
  const journal = createDatabaseJournal();
  const running = new Map<string, AbortController>();
  const census = new Set(await readCensus(surroundings.census));
  let notices: Notices = { lost: [], damaged: [], full: null };
  let isTelling = false;

  const engine = createEngine({
    journal,
    store,
    catalogue: () => keptCatalogue(config.url),
    source: createHttpSource(config.url),
    nowMs: Date.now,
    today: () => shanghaiDate(new Date()),
    random: Math.random,
    sleep,
    isRead: isBeingRead,
    lost: () => notices.lost,
    openImports,
    onChange: () => void tell(),
    onInstalled,
    onFull: (issue) => void noticeFull(issue),
  });

  const packs = createImporting(engine, { journal, store, config, nowMs: Date.now, onInstalled });

  async function onInstalled(issue: string): Promise<void> {
    notices = { ...notices, lost: notices.lost.filter((one) => one !== issue) };
    if (notices.full?.issue === issue) notices = { ...notices, full: null };
    await keepCensus();
    await indexIssues(journal);
  }

  async function noticeFull(issue: string): Promise<void> {
    const catalogue = await keptCatalogue(config.url);
    const stored = (await journal.installed()).map(({ issue: id, summary }) => ({
      issue: id,
      month: summary.month,
    }));
    const today = shanghaiDate(new Date());
    const month = catalogue ? currentMonth(catalogue, today) : today.slice(0, 7);
    notices = { ...notices, full: { issue, suggest: removable(stored, month) } };
    void tell();
  }

  async function noticeLost(): Promise<void> {
    const here = new Set((await journal.installed()).map(({ issue }) => issue));
    notices = { ...notices, lost: [...census].filter((issue) => !here.has(issue)) };
  }

  /** What was lost stays in it until it is here again or a person lets it go. */
  async function keepCensus(): Promise<void> {
    const here = (await journal.installed()).map(({ issue }) => issue);
    const next = [...new Set([...here, ...notices.lost])].sort();
    if (next.length === census.size && next.every((issue) => census.has(issue))) return;
    census.clear();
    for (const issue of next) census.add(issue);
    await writeCensus(next);
  }

  async function forget(issue: string): Promise<void> {
    notices = { ...notices, lost: notices.lost.filter((one) => one !== issue) };
    census.delete(issue);
    await writeCensus([...census].sort());
  }

  /** Coalesced: progress comes with every piece of the network. */
  async function tell(): Promise<void> {
    if (isTelling) return;
    isTelling = true;
    await sleep(TELL_MS, []);
    isTelling = false;
    const snapshot = await engine.snapshot();
    const damaged = [...snapshot.issues].flatMap(([id, { state }]) => (state === 'damaged' ? [id] : []));
    notices = { ...notices, damaged };
    post({ to: 'pages', kind: 'state', snapshot, notices, census: [...census] });
  }

  async function answer(id: string, ask: Ask): Promise<void> {
    if (running.has(id)) return;
    const stop = new AbortController();
    running.set(id, stop);
    const onProgress: OnProgress = (amount) => post({ to: 'pages', kind: 'progress', id, amount });
    try {
      const value = await perform(id, ask, stop.signal, onProgress);
      post({ to: 'pages', kind: 'done', id, value });
    } catch (error) {
      post({ to: 'pages', kind: 'refused', id, refusal: refusalOf(error, stop.signal) });
    } finally {
      running.delete(id);
      void tell();
    }
  }

  async function perform(
    id: string,
    ask: Ask,
    signal: AbortSignal,
    onProgress: OnProgress,
  ): Promise<VerifyReport | ImportReport | null> {
    switch (ask.name) {
      case 'install':
        await engine.install(ask.issue);
        return null;
      case 'pause':
        await packs.stop(ask.issue);
        await engine.pause(ask.issue);
        return null;
      case 'resume':
        await engine.resume(ask.issue);
        return null;
      case 'cancel':
        await packs.stop(ask.issue);
        await forget(ask.issue);
        await engine.cancel(ask.issue);
        return null;
      case 'remove':
        // First the census: cut off in between, a month is here that nobody missed, not missed that nobody lost.
        await packs.stop(ask.issue);
        await forget(ask.issue);
        await engine.remove(ask.issue);
        return null;
      case 'move':
        await engine.move(ask.issue, ask.by);
        return null;
      case 'verify':
        return verify(signal, onProgress);
      case 'import':
        return packs.run(id, ask.from, onProgress, signal);
    }
  }

  async function verify(signal: AbortSignal, onProgress: OnProgress): Promise<VerifyReport> {
    const { verifyAll } = await import('./verify-all.ts');
    const report = await verifyAll({ journal, store, nowMs: Date.now, signal, onProgress });
    await engine.repair(report.damaged);
    return report;
  }

  await dropUnsound();
  await noticeLost();
  await engine.surround(surroundings);
  const ended = engine.run().finally(() => {
    for (const stop of running.values()) stop.abort();
  });
  void keepCensus();
  void indexIssues(journal);
  packs.afterwards();
  void tell();

  return {
    ended,
    stop: engine.stop,
    hear(message) {
      switch (message.kind) {
        case 'hello':
          return void engine.surround(message.surroundings).then(tell);
        case 'catalogue':
          return void engine.followCatalogue();
        case 'online':
          return engine.poke();
        case 'abort':
          return running.get(message.id)?.abort();
        case 'ask':
          return void answer(message.id, message.ask);
      }
    },
  };
}

function refusalOf(error: unknown, signal: AbortSignal): Refusal {
  const isStopped = error instanceof DOMException && error.name === 'AbortError';
  if (signal.aborted || isStopped) return { fault: 'aborted', detail: '', packFault: null, file: null };
  if (error instanceof ImportError)
    return { fault: error.fault, detail: error.message, packFault: error.packFault, file: error.file };
  console.error(error);
  return { fault: 'interrupted', detail: String(error), packFault: null, file: null };
}
