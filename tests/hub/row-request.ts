/** A row of the authorisation table as a request. */
import type { Hono } from 'hono';
import type { ApiEnv } from '../../src/hub/people/access.ts';
import { ownPage, testOrigin } from '../../src/hub/people/fixture.ts';
import type { Row } from './authorisation-rows.ts';

/** `GET /people`; what only stands before others (`*`) is no route of its own. */
export const routesOf = (app: Hono<ApiEnv>): readonly string[] =>
  [...new Set(app.routes.map(({ method, path }) => `${method} ${path}`))].filter(
    (route) => !/ \/?\*$/u.test(route),
  );

/** @param values Of the address, where the row does not give its own. */
export function requestOf(
  route: string,
  row: Row,
  headers: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string>>,
): Request {
  const [method = '', pattern = ''] = route.split(' ');
  const given: Readonly<Record<string, string>> = { ...values, ...row.parameters };
  const address = pattern
    .replaceAll(/:(\w+)(?:\{[^}]*\})?\??/gu, (_, name: string) => given[name] ?? 'nothing')
    .replace('*', 'nothing');
  const hasBody = row.body !== undefined;
  const body = typeof row.body === 'string' ? row.body : JSON.stringify(row.body);
  return new Request(`${testOrigin}${address}`, {
    method: method === 'ALL' ? 'POST' : method,
    headers: { ...ownPage, ...row.headers, ...headers },
    ...(hasBody && { body }),
  });
}
