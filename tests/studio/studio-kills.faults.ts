/**
 * The browser killed while a facilitator types, records, brings a film in and has it prepared. One ledger, kept outside the browser: what
 * was called saved before a kill is looked for after it. Moments are drawn with a seed (`SEED=… npm run faults`).
 */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { hasFfmpeg } from '../../src/authoring/media/fixtures.ts';
import { SEED, seeded } from '../offline/seeded.ts';
import type { PageHarness } from '../support/page-harness.ts';
import { importAndKill, makePhoneFilm } from './import-killed.ts';
import { recordAndKill } from './recording-killed.ts';
import { executablePath, openSignHarness } from './sign-studio.ts';
import { startTypingKills } from './typing-kills.ts';

const WANTED = { typing: 36, recording: 12, copying: 10, converting: 6 };
const LEAST = 60;

type Kind = keyof typeof WANTED;
/** What was called saved, in the kind's own unit, and was there afterwards. */
const ledger = new Map<Kind, { kills: number; saved: number }>();

function note(kind: Kind, saved: number): void {
  const before = ledger.get(kind) ?? { kills: 0, saved: 0 };
  ledger.set(kind, { kills: before.kills + 1, saved: before.saved + saved });
}

const random = seeded(SEED + 4);
const moments = (count: number) => Array.from({ length: count }, () => [random()] as const);

describe.skipIf(executablePath === null || !hasFfmpeg || process.platform !== 'linux')(
  `the studio killed (seed ${SEED})`,
  () => {
    let harness: PageHarness;
    beforeAll(async () => {
      harness = await openSignHarness();
    }, 120_000);
    afterAll(async () => {
      const units = { typing: 'characters', recording: 'sentences', copying: 'films', converting: 'films' };
      const total = [...ledger.values()].reduce((sum, { kills }) => sum + kills, 0);
      const parts = [...ledger].map(
        ([kind, { kills, saved }]) => `${kind} ${kills} (${saved} ${units[kind]} called saved, all there)`,
      );
      console.info(`Studio killed ${total} times: ${parts.join(', ')}`);
      await harness?.close();
    });

    it('while somebody types: every character that was called saved is there', async () => {
      const kills = await startTypingKills(inject('hubUrl'), SEED + 1);
      for (let kill = 0; kill < WANTED.typing; kill++) {
        const before = kills.acknowledged();
        await kills.killOnce();
        note('typing', Math.max(0, kills.acknowledged() - before));
      }
      await kills.close();
      expect(kills.acknowledged()).toBeGreaterThan(0);
    }, 900_000);

    it.each(moments(WANTED.recording))(
      'while somebody records (%f): every sentence that was called kept is there, mark and pictures',
      async (moment) => {
        const { said, found } = await recordAndKill(harness, 200 + moment * 8000, 500 + moment * 1700);
        expect(found).toBeGreaterThanOrEqual(said);
        note('recording', said);
      },
      180_000,
    );

    describe.each([
      { wanted: 'copying', seconds: 2, padBytes: 160e6, from: 0.02, to: 0.95 },
      { wanted: 'converting', seconds: 10, padBytes: 0, from: 0.05, to: 0.85 },
    ] as const)('while a film is brought in: $wanted', ({ wanted, seconds, padBytes, from, to }) => {
      let film: string;
      beforeAll(() => {
        film = makePhoneFilm(harness, seconds, padBytes);
      }, 60_000);

      it.each(moments(WANTED[wanted]))(
        'at %f: it is whole or was never named, and is made in the end',
        async (moment) => {
          const { phase } = await importAndKill(harness, film, wanted, from + moment * (to - from));
          expect(wanted === 'copying' ? ['copying', 'converting'] : ['converting']).toContain(phase);
          note(phase, phase === 'converting' ? 1 : 0);
        },
        180_000,
      );
    });

    it(`at least ${LEAST} times in all`, () => {
      const total = [...ledger.values()].reduce((sum, { kills }) => sum + kills, 0);
      expect(total).toBeGreaterThanOrEqual(LEAST);
      expect(ledger.get('copying')?.kills).toBeGreaterThan(0);
    });
  },
);
