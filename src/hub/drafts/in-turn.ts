/** Work on the same thing comes one after the other; a failure of one is not the next one's. */
export function inTurn(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const before = last.get(key) ?? Promise.resolve();
    const now = before.then(work, work);
    last.set(key, now);
    const forget = (): void => void (last.get(key) === now && last.delete(key));
    now.then(forget, forget);
    return now;
  };
}
