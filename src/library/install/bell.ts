/** Wakes whoever waits. `rung` is taken before looking for work, so that what happens meanwhile is not missed. */
export interface Bell {
  ring(): void;
  rung(): Promise<void>;
}

export function createBell(): Bell {
  let ring: () => void = () => undefined;
  let next = prepare();
  function prepare(): Promise<void> {
    return new Promise((resolve) => (ring = resolve));
  }
  return {
    ring() {
      ring();
      next = prepare();
    },
    rung: () => next,
  };
}
