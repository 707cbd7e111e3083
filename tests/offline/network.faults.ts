/** As `network-faults.test.ts`: every kind of trouble, the commonest at many bytes. `SEED=… npm run faults` draws others. */
import { describe, expect, it } from 'vitest';
import { onBigShelf } from './big-shelf-tablet.ts';
import {
  bitFlipped,
  cutAgainAndAgain,
  fetchedTwiceOver,
  filmOverGoodNetwork,
  oneOfEach,
  stalled,
} from './network-cases.ts';
import { SEED, seeded } from './seeded.ts';

const { through } = onBigShelf();
const random = seeded(SEED + 1);
const times = <T>(length: number, make: () => T): readonly T[] => Array.from({ length }, make);
let film = '';

describe('an install over a network that', { timeout: 240_000 }, () => {
  it('is good fetches each file once', async () => {
    const asked = await through((proxy, { tablet }) => filmOverGoodNetwork(proxy, tablet));
    expect(asked).toHaveLength(1);
    film = asked[0] ?? '';
  });

  it.each([
    ...oneOfEach(random),
    ...times(7, () => cutAgainAndAgain(random)),
    ...times(4, () => bitFlipped(random)),
    stalled(random),
  ])('gives: $name', async (network) => {
    expect(await through((proxy, { tablet }) => fetchedTwiceOver(proxy, tablet, film, network))).toEqual([]);
  });
});
