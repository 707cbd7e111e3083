/** Which shelf this app reads, and with which key it is signed: written into the page by the hub, else `/shelf.json`. */
import * as v from 'valibot';
import { PublicKeySchema } from '../core/shelf/catalogue.ts';
import { BookcaseError } from './bookcase.ts';

const ShelfConfigSchema = v.object({ url: v.pipe(v.string(), v.minLength(1)), key: PublicKeySchema });

export interface ShelfConfig {
  /** Absolute, ending in `/`. */
  readonly url: string;
  readonly key: v.InferOutput<typeof PublicKeySchema>;
}

/** @throws BookcaseError `shelf-missing` or `offline`. */
export async function readShelfConfig(): Promise<ShelfConfig> {
  const inline = document.getElementById('shelf')?.textContent;
  const config = v.safeParse(ShelfConfigSchema, parseJson(inline ?? (await fetchConfig())));
  if (!config.success) throw new BookcaseError('shelf-missing', config.issues[0].message);
  const { url, key } = config.output;
  return { url: new URL(url.endsWith('/') ? url : `${url}/`, location.origin).href, key };
}

// The page from the service worker's cache carries no shelf: it is the same for every shelf.
async function fetchConfig(): Promise<string> {
  const response = await fetch('/shelf.json').catch(() => {
    throw new BookcaseError('offline', 'shelf.json');
  });
  if (!response.ok) throw new BookcaseError('shelf-missing', `shelf.json: ${response.status}`);
  return response.text();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BookcaseError('shelf-missing', 'not JSON');
  }
}

/** A key as it is stored and compared. */
export const canonical = ({ kty, crv, x, y }: ShelfConfig['key']): string =>
  JSON.stringify({ kty, crv, x, y });
