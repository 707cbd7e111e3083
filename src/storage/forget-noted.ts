/** Takes away what was noted outside the database, in both places: where nothing can be kept, nothing is. */
export async function forgetNoted(key: string, file: string): Promise<void> {
  try {
    localStorage.removeItem(key);
  } catch {
    // Then nothing was ever written here.
  }
  const root = await globalThis.navigator?.storage?.getDirectory?.().catch(() => null);
  await root?.removeEntry(file).catch(() => undefined);
}
