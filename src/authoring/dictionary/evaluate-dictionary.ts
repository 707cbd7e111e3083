/** A build step: `packed-dictionary.ts` as its value, a text that takes no time to load. */
import type { Plugin } from 'vite';
import { packDictionary } from './pack-dictionary.ts';

const MODULE = '/src/authoring/dictionary/packed-dictionary.ts';
let code: Promise<string> | undefined;

export function evaluateDictionary(): Plugin {
  return {
    name: 'same-page:evaluate-dictionary',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(MODULE)) return null;
      code ??= evaluate();
      return { code: await code, map: { mappings: '' } };
    },
  };
}

async function evaluate(): Promise<string> {
  const { default: complete } = await import('@pinyin-pro/data/complete');
  // Engines read a text of JSON several times faster than the same object as a program.
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(packDictionary(complete)))});\n`;
}
