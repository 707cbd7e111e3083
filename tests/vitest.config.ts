import { preact } from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { evaluateDictionary } from '../src/authoring/dictionary/evaluate-dictionary.ts';

// Five projects: `unit` beside the code, `browser` on a real hub in a real Chromium, `alone` what needs the machine for itself,
// `faults` the long matrices, `bench` the figures. `npm test` runs the first two, `npm run faults` the next two.
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [preact(), evaluateDictionary()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'tests/{architecture,hub,tools}/**/*.test.ts'],
          exclude: ['tests/hub/*.faults.test.ts'],
          environment: 'node',
          setupFiles: ['src/i18n/studio-messages.ts', 'tests/support/patience.ts'],
          expect: { poll: { timeout: 15_000 } },
          // Several times what the longest takes: a busy machine is slow, and that is no fault of what is tested.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Left alone it keeps one processor free, for a person who is at work beside it.
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          // Real engines on a busy machine: one more try, which the report names.
          retry: 1,
          include: ['tests/{journeys,a11y,offline,studio}/**/*.test.ts'],
          globalSetup: ['tests/support/hub-setup.ts'],
          // A second, as it is by itself, is nothing on a busy machine.
          expect: { poll: { timeout: 30_000 } },
          testTimeout: 180_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          // Cameras, encoders and clocks: these have the machine to themselves, one after the other.
          name: 'alone',
          include: ['tests/**/*.alone.ts'],
          globalSetup: ['tests/support/hub-setup.ts'],
          expect: { poll: { timeout: 30_000 } },
          testTimeout: 240_000,
          hookTimeout: 120_000,
          maxWorkers: 1,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['tests/**/*.faults.ts'],
          globalSetup: ['tests/support/hub-setup.ts'],
          expect: { poll: { timeout: 30_000 } },
          testTimeout: 900_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'bench',
          include: ['tests/bench/**/*.bench.ts'],
          globalSetup: ['tests/support/hub-setup.ts'],
          testTimeout: 600_000,
          hookTimeout: 60_000,
          maxWorkers: 1,
          fileParallelism: false,
        },
      },
    ],
  },
});
