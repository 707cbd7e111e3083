/**
 * Files of drafts between this machine and the hub: one at a time each way, small ones first, so that pictures are there before films.
 * What a line breaks off waits for the next `go`; what the hub refuses is said and not tried again in this window's life.
 */
import type { Attachment } from '../../../../authoring/draft/model.ts';
import { HubProblem } from './hub-client.ts';
import { NO_TRAFFIC, type FileTraffic, type MissingFile, type RefusedFile } from './sync-state.ts';

export interface MissingOnes {
  readonly file: Attachment;
  readonly sha256: string;
}

/** Of a month, or of a club's words. */
interface Owner {
  readonly club: string;
  readonly toSend: readonly Attachment[];
  readonly missing: readonly MissingOnes[];
}

interface Ways {
  readonly send: (
    club: string,
    file: Attachment,
    onProgress: (bytes: number) => void,
    signal: AbortSignal,
  ) => Promise<void>;
  readonly fetch: (
    owner: string,
    missing: MissingOnes,
    onProgress: (bytes: number) => void,
    signal: AbortSignal,
  ) => Promise<void>;
  readonly onChange: (traffic: Readonly<Record<string, FileTraffic>>) => void;
}

export interface Traffic {
  /** What there is to do for one owner, as found just now. */
  set(owner: string, files: Owner): void;
  /** The hub has these already. */
  isKnown(id: string): boolean;
  go(): void;
  pause(): void;
  resume(): void;
  /** Something else needs the machine: what is being sent stops where it is, nothing new begins, whatever a person says. */
  hold(): void;
  letGo(): void;
  /** Somebody wants this file here. */
  want(file: string): void;
}

/** Pictures and short clips come by themselves. */
const BY_ITSELF_BYTES = 4 * 1024 * 1024;
const TELL_EVERY_MS = 250;
/** What the hub has not refused for good. */
const LATER: ReadonlySet<string> = new Set([
  'offline',
  'not-signed-in',
  'no-room',
  'too-many-uploads',
  'upload-failed',
  'upload-gone',
  'upload-offset',
  'failed',
]);

export function createTraffic({ send, fetch, onChange }: Ways): Traffic {
  const owners = new Map<string, Owner>();
  /** Bytes of all that was to be sent since nothing was, by owner: what is done still counts, or the line would go backwards. */
  const batches = new Map<string, Map<string, number>>();
  const sent = new Map<string, number>();
  const known = new Set<string>();
  const refused = new Map<string, RefusedFile>();
  const wanted = new Set<string>();
  const coming = new Map<string, number>();
  const problems = new Map<string, string>();
  let isPaused = false;
  let isHeld = false;
  let sending: AbortController | null = null;
  let isFetching = false;
  let telling: ReturnType<typeof setTimeout> | null = null;

  const tellNow = (): void =>
    onChange(Object.fromEntries([...owners].map(([id, owner]) => [id, trafficOf(id, owner)])));

  function tell(): void {
    telling ??= setTimeout(() => {
      telling = null;
      tellNow();
    }, TELL_EVERY_MS);
  }

  function trafficOf(id: string, owner: Owner): FileTraffic {
    const open = owner.toSend.filter((file) => !known.has(file.id));
    const going = open.filter((file) => !refused.has(file.id));
    const batch = batches.get(id) ?? new Map<string, number>();
    for (const file of going) batch.set(file.id, file.bytes);
    for (const file of refused.keys()) batch.delete(file);
    if (going.length === 0) batch.clear();
    batches.set(id, batch);
    const sum = (of: (file: string, bytes: number) => number): number =>
      [...batch].reduce((total, [file, bytes]) => total + of(file, bytes), 0);
    return {
      ...NO_TRAFFIC,
      toSend: sum((_file, bytes) => bytes),
      sent: sum((file, bytes) => (known.has(file) ? bytes : (sent.get(file) ?? 0))),
      refused: open.flatMap(({ id }) => refused.get(id) ?? []),
      missing: owner.missing.map(({ file: { id, name, bytes } }): MissingFile => ({
        id,
        name,
        bytes,
        done: coming.get(id) ?? null,
        problem: problems.get(id) ?? null,
      })),
    };
  }

  function nextToSend() {
    const all = [...owners.values()].flatMap(({ club, toSend }) => toSend.map((file) => ({ club, file })));
    const open = all.filter(({ file: { id } }) => !known.has(id) && !refused.has(id));
    return open.sort((a, b) => a.file.bytes - b.file.bytes)[0];
  }

  async function sendAll(): Promise<void> {
    if (sending !== null || isPaused || isHeld) return;
    sending = new AbortController();
    const { signal } = sending;
    try {
      for (let next = nextToSend(); next && !signal.aborted; next = nextToSend()) {
        const { club, file } = next;
        await sendOne(club, file, signal);
        tell();
      }
    } catch (error) {
      if (!signal.aborted && !(error instanceof HubProblem)) console.error(error);
    } finally {
      sending = null;
      tell();
    }
    // Resumed while the pause was still letting go; it looks itself whether it may.
    if (signal.aborted) void sendAll();
  }

  async function sendOne(club: string, file: Attachment, signal: AbortSignal): Promise<void> {
    const onProgress = (bytes: number): void => {
      sent.set(file.id, bytes);
      tell();
    };
    try {
      await send(club, file, onProgress, signal);
      known.add(file.id);
    } catch (error) {
      if (!(error instanceof HubProblem) || LATER.has(error.code)) throw error;
      refused.set(file.id, { id: file.id, name: file.name, code: error.code });
    }
  }

  function nextToFetch() {
    if (isHeld) return undefined;
    const all = [...owners].flatMap(([owner, { missing }]) => missing.map((one) => ({ owner, one })));
    const open = all.filter(
      ({ one: { file } }) => !problems.has(file.id) && (wanted.has(file.id) || file.bytes <= BY_ITSELF_BYTES),
    );
    return open.sort((a, b) => a.one.file.bytes - b.one.file.bytes)[0];
  }

  async function fetchAll(): Promise<void> {
    if (isFetching) return;
    isFetching = true;
    try {
      for (let next = nextToFetch(); next; next = nextToFetch()) await fetchOne(next.owner, next.one);
    } finally {
      isFetching = false;
      tell();
    }
  }

  async function fetchOne(owner: string, one: MissingOnes): Promise<void> {
    const { id } = one.file;
    try {
      await fetch(
        owner,
        one,
        (bytes) => {
          coming.set(id, bytes);
          tell();
        },
        new AbortController().signal,
      );
      for (const [key, value] of owners)
        owners.set(key, { ...value, missing: value.missing.filter(({ file }) => file.id !== id) });
      known.add(id);
    } catch (error) {
      problems.set(id, error instanceof HubProblem ? error.code : 'full');
      if (!(error instanceof HubProblem)) console.warn(error);
    } finally {
      coming.delete(id);
      wanted.delete(id);
      tell();
    }
  }

  const go = (): void => {
    void sendAll();
    void fetchAll();
  };
  function stopSending(why: string): void {
    sending?.abort(new Error(why));
    tell();
  }

  return {
    set(owner, files) {
      owners.set(owner, files);
      // Before anybody says of the month that all of it is there.
      tellNow();
    },
    isKnown: (id) => known.has(id),
    go,
    pause() {
      isPaused = true;
      stopSending('paused');
    },
    resume() {
      isPaused = false;
      go();
    },
    hold() {
      isHeld = true;
      stopSending('held');
    },
    letGo() {
      isHeld = false;
      go();
    },
    want(file) {
      wanted.add(file);
      problems.delete(file);
      go();
    },
  };
}
