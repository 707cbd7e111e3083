/** WebKitGTK has no private files, so it shows the fallback. Its automation keeps no profile: no kill is tried here. */
import { choosesOnce, describeEngine, promisesOf } from './store-promises.ts';

describeEngine('webkitgtk', (harness) => {
  choosesOnce('indexeddb', harness);
  promisesOf('indexeddb', harness);
});
