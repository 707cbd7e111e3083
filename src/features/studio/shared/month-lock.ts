/**
 * One window writes a month. A Web Lock says which; 接手 asks the window that has it to save and let go, and takes it away only from one
 * that does not answer (a frozen tab), or when a person insists.
 */
import * as v from 'valibot';

const CHANNEL = 'same-page-studio';
const lockName = (issue: string): string => `same-page-draft.${issue}`;
/** A window that is alive has saved by then. */
const ANSWER_MS = 4000;
const HUB_WRITE_MS = 500;

const MessageSchema = v.strictObject({
  type: v.picklist(['let-go', 'not-saved', 'saved']),
  issue: v.string(),
});
type Message = v.InferOutput<typeof MessageSchema>;

interface Holder {
  /** Asked to let go: save first. Resolves to whether everything is on disk. */
  readonly saveAll: () => Promise<boolean>;
  /** Not ours any more. */
  readonly onLost: () => void;
  /** Another window has saved something. */
  readonly onSavedElsewhere: () => void;
}

export type Takeover = 'taken' | 'not-saved-there';

export interface MonthLock {
  /** Without waiting: whether it is ours now. */
  tryToHold(): Promise<boolean>;
  takeOver(options: { readonly byForce: boolean }): Promise<Takeover>;
  isHeld(): boolean;
  saySaved(): void;
  release(): Promise<void>;
}

/** In any window of this browser. */
export async function anyMonthIsOpen(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name?.startsWith(lockName('')) ?? false);
}

/**
 * Does something to a month on disk that no window has open, and tells windows that show it. A window that opens it just then waits
 * for a moment (`tryToHold`) instead of taking it for another window's.
 */
export function withFreeMonth(issue: string, work: () => Promise<void>): Promise<'written' | 'open'> {
  return navigator.locks.request(lockName(issue), { ifAvailable: true }, async (lock) => {
    if (lock === null) return 'open';
    await work();
    const channel = new BroadcastChannel(CHANNEL);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    channel.postMessage({ type: 'saved', issue } satisfies Message);
    channel.close();
    return 'written';
  });
}

/** Whoever keeps drafts elsewhere too hears of every save, in any window. Resolves to what stops listening. */
export function watchSaves(onSaved: (issue: string) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = v.safeParse(MessageSchema, data);
    if (message.success && message.output.type === 'saved') onSaved(message.output.issue);
  });
  return () => channel.close();
}

export function openMonthLock(issue: string, { saveAll, onLost, onSavedElsewhere }: Holder): MonthLock {
  const channel = new BroadcastChannel(CHANNEL);
  let letGo: (() => void) | null = null;
  let ended: Promise<unknown> = Promise.resolve();

  // A channel reaches this origin only.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  const say = (type: Message['type']): void => channel.postMessage({ type, issue } satisfies Message);

  /** Resolves once the lock is ours, or is known not to be. */
  function request(options: LockOptions): Promise<boolean> {
    return new Promise((resolve, reject) => {
      ended = navigator.locks
        .request(lockName(issue), options, (lock) => {
          if (lock === null) return resolve(false);
          return new Promise<void>((release) => {
            letGo = release;
            resolve(true);
          });
        })
        .catch((error: unknown) => {
          reject(error instanceof Error ? error : new Error(String(error)));
          // Taken from us by force, after it was ours.
          if (letGo === null) return;
          letGo = null;
          onLost();
        });
    });
  }

  async function release(): Promise<void> {
    const open = letGo;
    letGo = null;
    open?.();
    await ended;
  }

  async function giveAway(): Promise<void> {
    if (letGo === null) return;
    if (!(await saveAll())) return say('not-saved');
    await release();
    onLost();
  }

  const waiting = new Set<(answer: Takeover) => void>();
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = v.safeParse(MessageSchema, data);
    if (!message.success || message.output.issue !== issue) return;
    if (message.output.type === 'let-go') void giveAway();
    if (message.output.type === 'saved' && letGo === null) onSavedElsewhere();
    if (message.output.type === 'not-saved') for (const tell of waiting) tell('not-saved-there');
  });

  async function askForIt(): Promise<Takeover | 'no-answer'> {
    const giveUp = new AbortController();
    const timer = setTimeout(() => giveUp.abort('no-answer'), ANSWER_MS);
    const refused = new Promise<Takeover>((resolve) => {
      waiting.add(resolve);
      giveUp.signal.addEventListener('abort', () => waiting.delete(resolve), { once: true });
    });
    say('let-go');
    try {
      const held = request({ signal: giveUp.signal }).then(
        (): Takeover | 'no-answer' => 'taken',
        (): Takeover | 'no-answer' => 'no-answer',
      );
      const answer = await Promise.race([held, refused]);
      if (answer !== 'not-saved-there') return answer;
      giveUp.abort('not-saved');
      // It may have come in the same moment.
      return (await held) === 'taken' ? 'taken' : answer;
    } finally {
      clearTimeout(timer);
      waiting.clear();
    }
  }

  return {
    tryToHold: async () =>
      letGo !== null ||
      (await request({ ifAvailable: true })) ||
      // What comes from the hub is written in less than that.
      (await request({ signal: AbortSignal.timeout(HUB_WRITE_MS) }).catch(() => false)),
    async takeOver({ byForce }) {
      const answer = byForce ? 'no-answer' : await askForIt();
      if (answer !== 'no-answer') return answer;
      await request({ steal: true });
      return 'taken';
    },
    isHeld: () => letGo !== null,
    saySaved: () => say('saved'),
    async release() {
      await release();
      channel.close();
    },
  };
}
