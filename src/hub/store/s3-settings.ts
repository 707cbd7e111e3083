/** What the environment says about a bucket. */
import { readFileSync } from 'node:fs';
import { HubError } from '../hub-error.ts';

export interface S3Settings {
  /** Where the store answers; null for AWS itself, which is found by region. */
  readonly endpoint: string | null;
  readonly region: string;
  readonly bucket: string;
  /** What every name in the bucket begins with: empty, or ending in `/`. */
  readonly prefix: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** Whether the bucket stands in the path; most stores but AWS want it there. */
  readonly isPathStyle: boolean;
  /** How long a store that does not answer is waited for before it counts as unreachable. */
  readonly patienceMs: number;
}

const patienceMs = 90_000;

/**
 * @param place `bucket` or `bucket/prefix`; else the environment's.
 * @param first What each variable's name may begin with, the first that is set wins.
 * @throws HubError `setting-missing` or `setting-wrong`.
 */
export function readS3Settings(
  environment: NodeJS.ProcessEnv,
  place?: string,
  first: readonly string[] = ['SAME_PAGE_S3_'],
): S3Settings {
  const find = (name: string): string | undefined =>
    first.map((start) => environment[`${start}${name}`]).find((value) => value !== undefined && value !== '');
  const need = (name: string): string => {
    const value = find(name);
    if (value === undefined) throw new HubError('setting-missing', { name: `SAME_PAGE_S3_${name}` });
    return value;
  };
  const endpoint = find('ENDPOINT') ?? null;
  if (endpoint !== null && !/^https?:\/\/[^/]+\/?$/u.test(endpoint))
    throw new HubError('setting-wrong', { name: 'SAME_PAGE_S3_ENDPOINT', value: endpoint });
  const [bucket = '', ...rest] = (place ?? [need('BUCKET'), find('PREFIX') ?? ''].join('/')).split('/');
  const prefix = rest.filter((part) => part !== '').join('/');
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/u.test(bucket))
    throw new HubError('setting-wrong', { name: 'SAME_PAGE_S3_BUCKET', value: bucket });
  return {
    endpoint: endpoint === null ? null : endpoint.replace(/\/$/u, ''),
    region: find('REGION') ?? 'us-east-1',
    bucket,
    prefix: prefix === '' ? '' : `${prefix}/`,
    accessKey: need('ACCESS_KEY'),
    secretKey: secretFrom(find('SECRET_KEY_FILE')) ?? need('SECRET_KEY'),
    isPathStyle: (find('PATH_STYLE') ?? (endpoint === null ? 'no' : 'yes')) !== 'no',
    patienceMs,
  };
}

/** systemd and containers hand secrets over as files: not to be seen in a list of processes. */
function secretFrom(file: string | undefined): string | null {
  if (file === undefined) return null;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new HubError('setting-wrong', { name: 'SAME_PAGE_S3_SECRET_KEY_FILE', value: file });
  }
}
