/**
 * Another site's page can make a browser send our cookie along. Whatever changes something must come from our own pages:
 * browsers say so in `Sec-Fetch-Site`, which no page can set; older ones send `Origin` with everything but GET.
 */
import type { MiddlewareHandler } from 'hono';
import { ApiError } from '../server/api-error.ts';

/** @throws ApiError 403 `cross-site`. */
export function refuseCrossSite(origin: string): MiddlewareHandler {
  return async ({ req }, next) => {
    const isReading = req.method === 'GET' || req.method === 'HEAD';
    const site = req.header('sec-fetch-site');
    const isOurs = site === undefined ? req.header('origin') === origin : site === 'same-origin';
    if (!isReading && !isOurs) throw new ApiError(403, 'cross-site');
    await next();
  };
}
