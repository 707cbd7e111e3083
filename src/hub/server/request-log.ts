/** One line a request, written when its answer begins. */
import type { MiddlewareHandler } from 'hono';
import { routeKind, type Log } from '../log.ts';

export function requestLog(log: Log): MiddlewareHandler {
  return async (context, next) => {
    const started = performance.now();
    await next();
    const { status } = context.res;
    const facts = {
      method: context.req.method,
      what: routeKind(context.req.path),
      status,
      ms: Math.round((performance.now() - started) * 10) / 10,
    };
    if (status >= 500) log.error('request', facts);
    else log.info('request', facts);
  };
}
