/** A page's talk with the installer: asks until answered, also when the installer dies and another takes over. */
import { openMediaStore } from '../../storage/media/open-media-store.ts';
import {
  ImportError,
  type ImportedFrom,
  type ImportReport,
  type OnProgress,
  type VerifyReport,
} from '../library.ts';
import type { ShelfConfig } from '../shelf-config.ts';
import {
  CHANNEL,
  type Ask,
  type Message,
  type Surrounded,
  type ToInstaller,
  type ToPages,
} from './messages.ts';
import { whileImporting } from './import-lock.ts';
import { startOwnWorker } from './own-worker.ts';

type State = Extract<ToPages, { kind: 'state' }>;
type Value = Extract<ToPages, { kind: 'done' }>['value'];

interface ConversationParts {
  readonly config: ShelfConfig;
  readonly surroundings: () => Surrounded;
  readonly onState: (state: State) => void;
}

interface Open {
  readonly ask: Ask;
  readonly onProgress: OnProgress | undefined;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: Error) => void;
}

export function createConversation({ config, surroundings, onState }: ConversationParts) {
  const channel = new BroadcastChannel(CHANNEL);
  const open = new Map<string, Open>();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of this origin only
  const say = (message: ToInstaller): void => channel.postMessage(message);

  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.to === 'pages') hear(data);
  });
  const worker = startOwnWorker(() => ({ kind: 'start', config, surroundings: surroundings() }));

  function hear(message: ToPages): void {
    switch (message.kind) {
      case 'ready':
        hello();
        for (const [id, { ask }] of open) say({ to: 'installer', kind: 'ask', id, ask });
        return;
      case 'state':
        return onState(message);
      case 'progress':
        return open.get(message.id)?.onProgress?.(message.amount);
      case 'done':
        open.get(message.id)?.resolve(message.value);
        return void open.delete(message.id);
      case 'refused': {
        const { fault, detail, ...blame } = message.refusal;
        open.get(message.id)?.reject(new ImportError(fault, detail, blame));
        return void open.delete(message.id);
      }
    }
  }

  function hello(): void {
    say({ to: 'installer', kind: 'hello', surroundings: surroundings() });
  }

  function request(
    ask: Ask,
    onProgress?: OnProgress,
    signal?: AbortSignal,
    id: string = crypto.randomUUID(),
  ): Promise<Value> {
    return new Promise((resolve, reject) => {
      open.set(id, { ask, onProgress, resolve, reject });
      signal?.addEventListener('abort', () => say({ to: 'installer', kind: 'abort', id }), { once: true });
      say({ to: 'installer', kind: 'ask', id, ask });
    });
  }

  return {
    hello,
    say: (kind: 'catalogue' | 'online') => say({ to: 'installer', kind }),
    ask: async (ask: Ask): Promise<void> => void (await request(ask)),
    async verify(onProgress: OnProgress, signal?: AbortSignal): Promise<VerifyReport> {
      const value = await request({ name: 'verify' }, onProgress, signal);
      if (value && 'checkedBytes' in value) return value;
      throw new Error('The installer answered something else');
    },
    async importFrom(
      from: ImportedFrom,
      onProgress: OnProgress,
      signal?: AbortSignal,
    ): Promise<ImportReport> {
      const value = await whileImporting((id) => request({ name: 'import', from }, onProgress, signal, id));
      if (value && 'installed' in value) return value;
      throw new Error('The installer answered something else');
    },
    search: (query: string, limit: number) => worker.search(query, limit),
    storeKind: () =>
      openMediaStore().then(
        ({ kind }) => kind,
        () => null,
      ),
  };
}
