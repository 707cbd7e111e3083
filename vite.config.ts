import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { earlyChunks } from './src/app/build/early-chunks.ts';
import { layerOrder } from './src/app/build/layer-order.ts';
import { ROUTE_TABLE, SHELL_NAMESPACES } from './src/app/route-table.ts';

const hub = `http://127.0.0.1:${process.env['HUB_PORT'] ?? '4173'}`;

/** The words of one place in one language travel in one file: `words-zh-Hans-reader`. */
function wordsChunk(id: string): string | null {
  const { language, namespace } =
    /\/i18n\/locales\/(?<language>[^/]+)\/(?<namespace>[^/]+)\.json$/u.exec(id)?.groups ?? {};
  if (language === undefined || namespace === undefined) return null;
  if (SHELL_NAMESPACES.some((name) => name === namespace)) return `words-${language}-shell`;
  const isReaders = ROUTE_TABLE.reader.namespaces.some((name) => name === namespace);
  return isReaders ? `words-${language}-reader` : `words-${language}-${namespace}`;
}

export default defineConfig({
  plugins: [
    preact({ reactAliasesEnabled: false, devToolsEnabled: false }),
    earlyChunks(),
    layerOrder('src/ui/styles/tokens.css'),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/sw',
      filename: 'sw.ts',
      // The manifest is a file of public/, and the app registers the worker itself, by consent.
      manifest: false,
      injectRegister: false,
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg,png,webmanifest}'],
        rollupFormat: 'iife',
      },
    }),
  ],
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    manifest: true,
    // The floor of the product: Chromium 111, Safari 16.4 (rulings).
    target: ['chrome111', 'safari16.4', 'firefox115'],
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: wordsChunk, debugName: 'words', test: /\/i18n\/locales\// }] },
      },
    },
  },
  server: { proxy: { '/shelf': hub, '/shelf.json': hub } },
});
