/** Asks until it is so, and says in words what was waited for when it never is. */
export async function waitFor(
  what: string | (() => Promise<string>),
  is: () => boolean | Promise<boolean>,
  seconds = 60,
): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await is())) {
    if (Date.now() > end)
      throw new Error(`Waited ${seconds} s for ${typeof what === 'string' ? what : await what()}`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
