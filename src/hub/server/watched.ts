/** What stands before every answer: the log, the health of the hub, and the one sentence for plain http. */
import { Hono } from 'hono';
import type { Health } from '../health.ts';
import type { Log } from '../log.ts';
import { needsHttps } from './needs-https.ts';
import { requestLog } from './request-log.ts';

export interface Watch {
  readonly log: Log;
  readonly health: () => Promise<Health>;
  /** The https address people use, or null. */
  readonly address: string | null;
}

/** @param app Whose answers pass unchanged: a body that is a file stays one. */
export function watched(app: Hono, { log, health, address }: Watch): Hono {
  const outer = new Hono();
  outer.use(requestLog(log));
  outer.get('/healthz', async (context) => {
    const { isWell, conditions } = await health();
    const words = Object.entries(conditions).map(([name, isGood]) => [name, isGood ? 'ok' : 'failing']);
    const body = { status: isWell ? 'ok' : 'failing', ...Object.fromEntries(words) };
    return context.json(body, isWell ? 200 : 503, { 'cache-control': 'no-store' });
  });
  outer.use(needsHttps(address));
  outer.all('*', (context) => app.fetch(context.req.raw, context.env));
  return outer;
}
