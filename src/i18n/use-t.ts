import { isLoaded, loadNamespaces, translate } from './i18n.ts';
import type { Namespace, Translate } from './namespaces.ts';

/**
 * `const t = useT('player'); t('next')`. Re-renders when the language changes. Routes load their namespaces with their
 * code; should one be missing all the same, the component waits for it (Suspense) and never shows a key. In a unit
 * test, `await loadNamespaces(['player'])` before rendering.
 */
export function useT<N extends Namespace>(namespace: N): Translate<N> {
  // Preact and preact-iso wait for a thrown promise; nothing here is an error.
  // oxlint-disable-next-line no-throw-literal
  if (!isLoaded(namespace)) throw loadNamespaces([namespace]);
  return translate(namespace);
}
