import { defineConfig } from 'vite';
import { evaluateDictionary } from '../../authoring/dictionary/evaluate-dictionary.ts';

/** The hub and the command line, bundled into dist/hub: Node 20 runs no TypeScript. Packages stay outside the bundle. */
export default defineConfig({
  plugins: [evaluateDictionary()],
  logLevel: 'warn',
  publicDir: false,
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/hub',
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: { main: 'src/hub/main.ts', issue: 'src/hub/issue-main.ts', hub: 'src/hub/hub-main.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
