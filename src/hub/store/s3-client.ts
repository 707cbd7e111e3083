/** The client of an S3-compatible store, as patient with an outage as a release can afford to be. */
import { S3Client, S3ServiceException, type S3ClientConfig } from '@aws-sdk/client-s3';
import { HubError } from '../hub-error.ts';
import type { S3Settings } from './s3-settings.ts';

const firstPauseMs = 200;
const longestPauseMs = 5_000;

export function s3Client(settings: S3Settings): S3Client {
  return new S3Client({
    ...(settings.endpoint !== null && { endpoint: settings.endpoint }),
    region: settings.region,
    forcePathStyle: settings.isPathStyle,
    credentials: { accessKeyId: settings.accessKey, secretAccessKey: settings.secretKey },
    // The SDK's own checksums are unknown to other makers' stores; what we store is checked by its name anyway.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: 5_000,
      // Silence, and a part of 8 MiB on a slow line.
      socketTimeout: 30_000,
      requestTimeout: 150_000,
      throwOnRequestTimeout: true,
    },
    retryStrategy: patientRetries(settings.patienceMs),
  });
}

type Strategy = Extract<NonNullable<S3ClientConfig['retryStrategy']>, { refreshRetryTokenForRetry: unknown }>;
type Token = Awaited<ReturnType<Strategy['acquireInitialRetryToken']>>;

/** Tries again, ever more rarely, for as long as the patience lasts; what is wrong in itself is not tried twice. */
function patientRetries(patienceMs: number): Strategy {
  const deadlines = new WeakMap<Token, number>();
  const token = (count: number, pauseMs: number, deadline: number): Token => {
    const made: Token = {
      getRetryCount: () => count,
      getRetryDelay: () => pauseMs,
    };
    deadlines.set(made, deadline);
    return made;
  };
  return {
    acquireInitialRetryToken: async () => token(0, 0, performance.now() + patienceMs),
    async refreshRetryTokenForRetry(before, { errorType, error }) {
      const deadline = deadlines.get(before) ?? 0;
      const count = before.getRetryCount() + 1;
      // Spread, so that several hubs do not come back all at once.
      const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** (count - 1)) * (0.5 + Math.random() / 2);
      const isHopeless = errorType === 'CLIENT_ERROR' || error?.$metadata?.httpStatusCode === 501;
      if (isHopeless || performance.now() + pauseMs > deadline) throw error ?? new Error('not answered');
      return token(count, pauseMs, deadline);
    },
    recordSuccess: () => undefined,
  };
}

export const statusOf = (error: unknown): number | undefined =>
  error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;

/** An answer that began well and never ended. */
export class BrokenOffError extends Error {
  readonly code = 'BROKEN_OFF';
}

/** What a store's refusal means to whoever runs the hub. */
export function toHubError(error: unknown, { endpoint, bucket }: S3Settings): unknown {
  if (error instanceof HubError || !(error instanceof Error)) return error;
  const store = endpoint ?? 'AWS S3';
  const status = statusOf(error);
  if (error.name === 'NoSuchBucket') return new HubError('store-no-bucket', { store, bucket });
  if (status === 401 || status === 403)
    return new HubError('store-forbids', { store, bucket, reason: error.name });
  const isSilent = status === undefined && 'code' in error;
  const isDown = status !== undefined && status >= 500 && status !== 501;
  if (isSilent || isDown || error.name === 'TimeoutError' || status === 429)
    return new HubError('store-unreachable', { store, reason: reasonOf(error) });
  return error;
}

function reasonOf(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return statusOf(error) === undefined ? code : `${statusOf(error)} ${code}`;
}
