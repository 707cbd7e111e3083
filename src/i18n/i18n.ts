/**
 * The app's language and its messages, loaded one namespace at a time. `language` changes only once every namespace in
 * use is there in the new language, so a page never shows a key or a mixture.
 */
import { signal, type ReadonlySignal } from '@preact/signals';
import { LANGUAGES, type Language } from './languages.ts';
import type { Messages, Namespace, Translate } from './namespaces.ts';
import { createTranslator } from './translator.ts';

export interface MessageFile {
  readonly default: Messages;
}
type MessageFiles = Readonly<Record<string, () => Promise<MessageFile>>>;

const files: Record<string, () => Promise<MessageFile>> = {
  ...import.meta.glob<MessageFile>(['./locales/*/*.json', '!./locales/*/studio*.json']),
};
const translator = createTranslator();
const current = signal<Language>('zh-Hans');
const wanted = new Set<Namespace>();
const loading = new Map<string, Promise<void>>();
let asked: Language = 'zh-Hans';

/** For the studio, whose words a member's tablet does not even know by name. */
export function addMessageFiles(more: MessageFiles): void {
  Object.assign(files, more);
}

/** The language on the screen. */
export const language: ReadonlySignal<Language> = current;

function load(to: Language, namespace: Namespace): Promise<void> {
  const path = `./locales/${to}/${namespace}.json`;
  const known = loading.get(path);
  if (known) return known;
  const file = files[path];
  if (!file) return Promise.reject(new Error(`No messages at ${path}`));
  const promise = file().then(
    (messages) => translator.add(to, namespace, messages.default),
    (error: unknown) => {
      // Forgotten, so that the next page that needs it asks again: the network may be back.
      loading.delete(path);
      throw error;
    },
  );
  loading.set(path, promise);
  return promise;
}

/** Resolves when the namespaces can be used in the present language (and in one being switched to). */
export async function loadNamespaces(namespaces: readonly Namespace[]): Promise<void> {
  for (const namespace of namespaces) wanted.add(namespace);
  const languages = LANGUAGES.filter((name) => name === current.value || name === asked);
  await Promise.all(languages.flatMap((name) => namespaces.map((namespace) => load(name, namespace))));
}

/** Rejects when the messages cannot be fetched; the language then stays as it was. The last call wins. */
export async function setLanguage(to: Language): Promise<void> {
  asked = to;
  try {
    await Promise.all([...wanted].map((namespace) => load(to, namespace)));
  } catch (error) {
    if (asked === to) asked = current.value;
    throw error;
  }
  if (asked === to) current.value = to;
}

/** For code outside components. The namespace must be loaded. */
export function translate<N extends Namespace>(namespace: N): Translate<N> {
  return translator.translate(current.value, namespace);
}

export function isLoaded(namespace: Namespace): boolean {
  return translator.has(current.value, namespace);
}
