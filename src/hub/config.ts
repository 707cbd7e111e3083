/** What the environment and `hub.json` say, and where things are. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withConfigFile } from './config-file.ts';
import { HubError } from './hub-error.ts';
import { readS3Settings, type S3Settings } from './store/s3-settings.ts';

/** The project's folder, from `src/hub` and from `dist/hub` alike. */
const project = fileURLToPath(new URL('../../', import.meta.url));

/** Where the shelf lies: in the data folder, or in a bucket. */
export type StoreConfig =
  { readonly kind: 'folder' } | { readonly kind: 's3'; readonly settings: S3Settings };

export interface HubConfig {
  readonly port: number;
  readonly host: string;
  /** Origin people use, without a slash at the end; null: http://localhost and the port. */
  readonly publicUrl: string | null;
  /** A proxy of ours stands in front and says in `X-Forwarded-For` who asks; without one nobody is believed. */
  readonly hasProxy: boolean;
  /** Absolute: what the hub owns and must be backed up. */
  readonly data: string;
  /** Absolute: the built app. */
  readonly app: string;
  /** Absolute: the sample issues and the clubs. */
  readonly starter: string;
  readonly store: StoreConfig;
  /** Where members read the shelf, ending in `/`: the bucket's public address or a CDN's. Null where the hub serves it. */
  readonly shelfUrl: string | null;
}

/** @throws HubError `bad-port`, `bad-public-url`, `setting-missing`, `setting-wrong` or `config-file-wrong`. */
export function readConfig(given: NodeJS.ProcessEnv): HubConfig {
  const environment = withConfigFile(given, path.resolve(project, given['SAME_PAGE_DATA'] ?? 'data'));
  const {
    PORT = '4173',
    HOST = '127.0.0.1',
    SAME_PAGE_DATA = 'data',
    PUBLIC_URL,
    BEHIND_PROXY,
  } = environment;
  const port = Number(PORT);
  if (!/^\d{1,5}$/u.test(PORT) || port > 65_535) throw new HubError('bad-port', { port: PORT });
  return {
    port,
    host: HOST,
    publicUrl: PUBLIC_URL === undefined || PUBLIC_URL === '' ? null : readPublicUrl(PUBLIC_URL),
    hasProxy: BEHIND_PROXY === '1',
    data: path.resolve(project, SAME_PAGE_DATA),
    app: path.join(project, 'dist', 'app'),
    starter: path.join(project, 'src', 'starter'),
    ...readStore(environment),
  };
}

/**
 * Passkeys and service workers need a name and https; only this machine's own name may do without.
 * @throws HubError `bad-public-url` or `public-url-is-number`.
 */
function readPublicUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.origin === 'null' || url.href !== `${url.origin}/`)
    throw new HubError('bad-public-url', { url: text });
  if (/^(?:[\d.]+|\[.*\])$/u.test(url.hostname)) throw new HubError('public-url-is-number', { url: text });
  const isLocal = url.hostname === 'localhost';
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal))
    throw new HubError('bad-public-url', { url: text });
  return url.origin;
}

function readStore(environment: NodeJS.ProcessEnv): Pick<HubConfig, 'store' | 'shelfUrl'> {
  const { SAME_PAGE_STORE = 'folder', SAME_PAGE_SHELF_URL = '' } = environment;
  const isAddress = URL.canParse(SAME_PAGE_SHELF_URL) && /^https?:\/\/[^?#]+\/$/u.test(SAME_PAGE_SHELF_URL);
  if (SAME_PAGE_SHELF_URL !== '' && !isAddress)
    throw new HubError('setting-wrong', { name: 'SAME_PAGE_SHELF_URL', value: SAME_PAGE_SHELF_URL });
  const shelfUrl = SAME_PAGE_SHELF_URL === '' ? null : SAME_PAGE_SHELF_URL;
  if (SAME_PAGE_STORE === 'folder') return { store: { kind: 'folder' }, shelfUrl };
  if (SAME_PAGE_STORE !== 's3')
    throw new HubError('setting-wrong', { name: 'SAME_PAGE_STORE', value: SAME_PAGE_STORE });
  if (shelfUrl === null) throw new HubError('setting-missing', { name: 'SAME_PAGE_SHELF_URL' });
  return { store: { kind: 's3', settings: readS3Settings(environment) }, shelfUrl };
}

/** Where things lie in the data folder. `shelf/` holds nothing but the published tree. */
export function dataPaths(data: string) {
  return {
    shelf: path.join(data, 'shelf'),
    temporary: path.join(data, 'temporary'),
    starterRecord: path.join(data, 'starter.json'),
    shelfAddress: path.join(data, 'shelf.json'),
    builds: path.join(data, 'builds'),
    people: path.join(data, 'people'),
  };
}
