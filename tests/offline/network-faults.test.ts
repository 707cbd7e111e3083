/**
 * A poor network, told from outside: whatever it does, the month ends up whole and right, nothing that was not verified
 * is shown, and no byte that was verified is fetched again. Three kinds of trouble, drawn with a seed (`SEED=… npm test`); each
 * kind is in `network.faults.ts`.
 */
import { describe, expect, it } from 'vitest';
import { onBigShelf } from './big-shelf-tablet.ts';
import { fetchedTwiceOver, filmOverGoodNetwork, oneOfEach } from './network-cases.ts';
import { drawn, SEED, seeded } from './seeded.ts';

const { through } = onBigShelf();
const random = seeded(SEED);
let film = '';

/** The last kind, silence, takes the app's whole patience; it is in `network.faults.ts`. */
const quick = oneOfEach(random).slice(0, -1);

describe('an install over a network that', { timeout: 240_000 }, () => {
  it('is good fetches each file once', async () => {
    const asked = await through((proxy, { tablet }) => filmOverGoodNetwork(proxy, tablet));
    expect(asked).toHaveLength(1);
    film = asked[0] ?? '';
  });

  it.each(drawn(quick, 3, random))('gives: $name', async (network) => {
    expect(await through((proxy, { tablet }) => fetchedTwiceOver(proxy, tablet, film, network))).toEqual([]);
  });
});
