import { useEffect } from 'preact/hooks';
import { account, refreshAccount } from '../hub/account.ts';
import { HubProblem } from '../hub/hub-client.ts';
import { isMoving, monthRelease } from './release-state.ts';
import { forgetReleases, hubNowMs, knownReleases, refreshReleases, type KnownReleases } from './releases.ts';

const QUIET_MS = 30_000;
const MOVING_MS = 1_500;
/** So near to a planned moment the page looks often: whoever waits for it should see it happen. */
const NEAR_MS = 20_000;

/** Keeps asking the hub, as long as somebody is signed in and the page is in sight. */
export function useReleases(): KnownReleases | null {
  const { state } = account.value;
  useEffect(() => {
    if (state === 'unknown') void refreshAccount();
    if (state === 'nobody') forgetReleases();
    if (state !== 'somebody') return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const look = async (): Promise<void> => {
      clearTimeout(timer);
      if (document.visibilityState === 'visible') {
        try {
          await refreshReleases();
        } catch (error) {
          if (!(error instanceof HubProblem)) throw error;
        }
      }
      if (!isOver) timer = setTimeout(() => void look(), waitMs());
    };
    const onVisible = (): void => void (document.visibilityState === 'visible' && look());
    void look();
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [state]);
  return knownReleases.value;
}

function waitMs(): number {
  const known = knownReleases.peek();
  const nowMs = hubNowMs(known);
  const all = known?.releases ?? [];
  if (all.some((view) => isMoving(monthRelease(view, null, nowMs)))) return MOVING_MS;
  const next = all.flatMap(({ plan }) =>
    plan?.now.state === 'waiting' ? [Date.parse(plan.at) - nowMs] : [],
  );
  const nearest = Math.min(...next, QUIET_MS + NEAR_MS);
  return nearest <= NEAR_MS ? MOVING_MS : Math.min(QUIET_MS, nearest - NEAR_MS + 1);
}
