/**
 * A build step: the order of the style layers at the head of every stylesheet. Pages bring their own stylesheets in any
 * order, and the first one to arrive would otherwise decide which layer wins.
 */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

export function layerOrder(tokens: string): Plugin {
  const order = /@layer [\w\s,-]+;/u.exec(readFileSync(tokens, 'utf8'))?.[0];
  if (order === undefined) throw new Error(`${tokens} does not say in which order layers come`);
  return {
    name: 'same-page:layer-order',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue;
        file.source = `${order}${String(file.source)}`;
      }
    },
  };
}
