/** Says to every tab and worker which month somebody has open, so that nothing is taken from under their eyes. */

const nameOf = (issue: string): string => `same-page-reading.${issue}`;

let open: { readonly issue: string; readonly letGo: () => void } | null = null;

/** Holds until another month is opened or the page goes away, however it goes. */
export function markAsRead(issue: string): void {
  if (open?.issue === issue || !navigator.locks) return;
  open?.letGo();
  const held = new Promise<void>((letGo) => (open = { issue, letGo }));
  navigator.locks.request(nameOf(issue), { mode: 'shared' }, () => held).catch(() => undefined);
}

export async function isBeingRead(issue: string): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === nameOf(issue));
}
