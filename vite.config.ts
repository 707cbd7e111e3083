import preactPreset from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { chunkGroups } from './src/app/build/chunk-groups.ts';
import { earlyChunks } from './src/app/build/early-chunks.ts';
import { layerOrder } from './src/app/build/layer-order.ts';
import { studioFiles, withoutStudio } from './src/app/build/studio-files.ts';
import { evaluateDictionary } from './src/authoring/dictionary/evaluate-dictionary.ts';

const hub = `http://127.0.0.1:${process.env['HUB_PORT'] ?? '4173'}`;

export default defineConfig({
  plugins: [
    preactPreset({ reactAliasesEnabled: false, devToolsEnabled: false }),
    evaluateDictionary(),
    earlyChunks(),
    layerOrder('src/ui/styles/tokens.css'),
    studioFiles(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/sw',
      filename: 'sw.ts',
      // The manifest is a file of public/, and the app registers the worker itself, by consent.
      manifest: false,
      injectRegister: false,
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg,png,webmanifest}', 'studio-files.json'],
        manifestTransforms: [withoutStudio('dist/app')],
        // Asked before the studio's files are taken out, of which the dictionary of readings is the largest.
        maximumFileSizeToCacheInBytes: 16 * 1024 * 1024,
        rollupFormat: 'iife',
      },
    }),
  ],
  // Only builds for the fault tests stop at the installer's steps (src/library/install/fault-point.ts).
  define: { __FAULT_POINTS__: JSON.stringify(process.env['FAULT_POINTS'] === '1') },
  // Messages are taken whole.
  json: { namedExports: false },
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    manifest: true,
    // The floor of the product: Chromium 111, Safari 16.4 (rulings).
    target: ['chrome111', 'safari16.4', 'firefox115'],
    modulePreload: {
      polyfill: false,
      // Words need nothing but themselves, and the library nobody waits for: the names of what they need would be in every first load.
      resolveDependencies: (file, needs) => (/\/(?:words|page-library)-/u.test(file) ? [] : needs),
    },
    rolldownOptions: {
      // Which plugin took how long is no news to someone who starts the club's computer.
      checks: { pluginTimings: false },
      output: { codeSplitting: { groups: chunkGroups() } },
    },
  },
  // Workers are modules, as everything else is.
  worker: { format: 'es', plugins: () => [evaluateDictionary()] },
  server: { proxy: { '/shelf': hub, '/shelf.json': hub, '/api': hub } },
});
