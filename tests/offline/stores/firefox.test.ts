import { choosesOnce, describeEngine, promisesOf, survivesKilling } from './store-promises.ts';

describeEngine('firefox', (harness) => {
  choosesOnce('opfs', harness);
  promisesOf('opfs', harness);
  promisesOf('indexeddb', harness);
  survivesKilling('opfs', harness);
  survivesKilling('indexeddb', harness);
});
