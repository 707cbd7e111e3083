/**
 * Where the fault tests stop the browser. Only a build with `FAULT_POINTS=1` has them; in every other the body is
 * `false && …` and nothing is left.
 */
declare const __FAULT_POINTS__: boolean | undefined;

export async function faultPoint(step: string): Promise<void> {
  if (typeof __FAULT_POINTS__ !== 'undefined' && __FAULT_POINTS__)
    await fetch(`/__fault/${step}`, { cache: 'no-store' }).catch(() => undefined);
}
