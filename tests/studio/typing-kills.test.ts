import { expect, inject, it } from 'vitest';
import { SEED } from '../offline/seeded.ts';
import { startTypingKills } from './typing-kills.ts';

it('killed while somebody types, everything that was called saved is there', async () => {
  const kills = await startTypingKills(inject('hubUrl'), SEED);
  for (let kill = 0; kill < 3; kill++) await kills.killOnce();
  await kills.close();
  expect(kills.acknowledged()).toBeGreaterThan(0);
});
