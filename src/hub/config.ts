/** What the environment says, and where things are. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { HubError } from './hub-error.ts';

/** The project's folder, from `src/hub` and from `dist/hub` alike. */
const project = fileURLToPath(new URL('../../', import.meta.url));

export interface HubConfig {
  readonly port: number;
  readonly host: string;
  /** Absolute: what the hub owns and must be backed up. */
  readonly data: string;
  /** Absolute: the built app. */
  readonly app: string;
  /** Absolute: the sample issues and the clubs. */
  readonly starter: string;
}

/** @throws HubError `bad-port`. */
export function readConfig(environment: NodeJS.ProcessEnv): HubConfig {
  const { PORT = '4173', HOST = '127.0.0.1', SAME_PAGE_DATA = 'data' } = environment;
  const port = Number(PORT);
  if (!/^\d{1,5}$/u.test(PORT) || port > 65_535) throw new HubError('bad-port', { port: PORT });
  return {
    port,
    host: HOST,
    data: path.resolve(project, SAME_PAGE_DATA),
    app: path.join(project, 'dist', 'app'),
    starter: path.join(project, 'src', 'starter'),
  };
}

/** Where things lie in the data folder. `shelf/` holds nothing but the published tree. */
export function dataPaths(data: string) {
  return {
    shelf: path.join(data, 'shelf'),
    temporary: path.join(data, 'temporary'),
    starterRecord: path.join(data, 'starter.json'),
    shelfAddress: path.join(data, 'shelf.json'),
    builds: path.join(data, 'builds'),
  };
}
