/** Whether the network costs money, as far as the browser tells. Most do not: then it is taken as free. */

interface Connection extends EventTarget {
  readonly saveData?: boolean;
  readonly type?: string;
}

function connection(): Connection | null {
  const { connection: known } = navigator as Navigator & { readonly connection?: Connection };
  return known ?? null;
}

export function isMetered(): boolean {
  const known = connection();
  return known?.saveData === true || known?.type === 'cellular';
}

export function whenConnectionChanges(then: () => void): void {
  connection()?.addEventListener('change', then);
}
