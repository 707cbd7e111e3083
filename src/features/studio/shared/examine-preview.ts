/** axe on the real preview: the piece's page in a frame out of sight, in both orientations, with the smallest and the largest text. */
import type { BrokenRule } from '../../../core/checks/draft.ts';
import type { Bookcase } from '../../../library/bookcase.ts';
import { offerPreview, type PreviewClient } from '../../../library/preview-host.ts';
import type { Settings } from '../../../storage/settings.ts';
import { LOOKS, ExamineError, type Look } from './examined-looks.ts';

const PATIENCE_MS = 30_000;

interface Order {
  readonly bookcase: Bookcase;
  readonly settings: Partial<Settings>;
  /** Of the member's app: `/read/…`. */
  readonly path: string;
  readonly onProgress: (done: number) => void;
  readonly signal: AbortSignal;
}

/** One list of broken rules for each look. Rejects with `ExamineError`, or with the signal's reason. */
export async function examinePreview(order: Order): Promise<readonly (readonly BrokenRule[])[]> {
  const runs: (readonly BrokenRule[])[] = [];
  for (const look of LOOKS) {
    order.onProgress(runs.length);
    runs.push(await examineOnce(look, order));
  }
  order.onProgress(runs.length);
  return runs;
}

async function examineOnce(
  { width, height, text }: Look,
  { bookcase, settings, path, signal }: Order,
): Promise<readonly BrokenRule[]> {
  signal.throwIfAborted();
  const frame = document.createElement('iframe');
  const stop = new AbortController();
  const { promise: connected, base, close } = awaitClient(bookcase, { ...settings, text }, stop.signal);
  const abort = (): void => stop.abort(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  const timer = setTimeout(() => stop.abort(new ExamineError('the preview did not open')), PATIENCE_MS);
  frame.title = 'axe';
  frame.inert = true;
  // Laid out as on a tablet, out of sight and out of reach. `display: none` would leave it without a layout.
  Object.assign(frame.style, {
    position: 'fixed',
    insetInlineStart: '-9999px',
    insetBlockStart: '0',
    inlineSize: `${width}px`,
    blockSize: `${height}px`,
    border: '0',
  });
  frame.src = base + path;
  document.body.append(frame);
  try {
    const client = await connected;
    const found = await client.examine();
    signal.throwIfAborted();
    // Plain values of this window: what the frame made goes with it.
    return structuredClone(found);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
    frame.remove();
    close();
  }
}

function awaitClient(
  bookcase: Bookcase,
  settings: Partial<Settings>,
  stop: AbortSignal,
): { readonly promise: Promise<PreviewClient>; readonly base: string; readonly close: () => void } {
  let base = '';
  let close: () => void = () => undefined;
  const promise = new Promise<PreviewClient>((resolve, reject) => {
    stop.addEventListener('abort', () => reject(stop.reason));
    ({ base, close } = offerPreview({
      bookcase,
      settings,
      connect(client) {
        resolve(client);
        return () => undefined;
      },
    }));
  });
  return { promise, base, close };
}
