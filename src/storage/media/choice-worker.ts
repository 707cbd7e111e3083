/** Decides which store this profile uses, for a page that needs to know before any other worker ran. */
import { openMediaStore } from './open-media-store.ts';

openMediaStore().then(
  (store) => globalThis.postMessage(store.kind, {}),
  () => globalThis.postMessage(null, {}),
);
