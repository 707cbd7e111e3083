/**
 * Asks for the next item before this one is worked on: a network, a stick, the hashing and the disk are then busy together
 * instead of in turn. An item that has arrived is handed on at once, however long the next one takes.
 *
 * @param stop Called when the receiver leaves early: lets `items` give up what it waits for.
 */
export async function* oneAhead<T>(
  items: AsyncGenerator<T, void>,
  stop: () => void,
): AsyncGenerator<T, void> {
  const ask = (): Promise<IteratorResult<T, void>> => {
    const asked = items.next();
    // Looked at when its turn comes, if it does.
    asked.catch(() => undefined);
    return asked;
  };
  let coming = ask();
  let hasEnded = false;
  try {
    for (;;) {
      const { done, value } = await coming;
      if (done) break;
      coming = ask();
      yield value;
    }
    hasEnded = true;
  } finally {
    if (!hasEnded) stop();
    await items.return();
  }
}
