/** How often one address may send something nobody has to sign in for; a whole centre may be one address. Memory only. */
export interface SendLimit {
  /** Seconds to wait, 0 when it may. */
  wait(address: string): number;
}

const WINDOW_MS = 10 * 60_000;
const MOST_OF_ADDRESS = 200;
const MOST_OF_ALL = 5_000;

export function sendLimit(now: () => number = Date.now): SendLimit {
  let beganMs = now();
  let all = 0;
  const counts = new Map<string, number>();
  return {
    wait(address) {
      if (now() - beganMs >= WINDOW_MS) {
        beganMs = now();
        all = 0;
        counts.clear();
      }
      const count = counts.get(address) ?? 0;
      if (count >= MOST_OF_ADDRESS || all >= MOST_OF_ALL)
        return Math.ceil((beganMs + WINDOW_MS - now()) / 1000);
      counts.set(address, count + 1);
      all++;
      return 0;
    },
  };
}
