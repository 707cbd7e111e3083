/**
 * A deletion that the store itself refuses once its time is over. Object stores know no conditions on DELETE, so a hub that was frozen
 * between asking whether it may and doing it would still do it, however much later; the time in a signed address (SigV4 in the query)
 * is looked at by the store, when the request arrives.
 */
import { createHash, createHmac } from 'node:crypto';
import { DeleteObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import * as v from 'valibot';
import type { S3Settings } from './s3-settings.ts';

export interface BriefTime {
  /** By the store's clock. */
  readonly from: Date;
  readonly seconds: number;
}

/** What the SDK is about to send; it knows best where the bucket is. */
const RequestSchema = v.looseObject({
  method: v.string(),
  hostname: v.string(),
  port: v.optional(v.number()),
  path: v.string(),
  query: v.record(v.string(), v.unknown()),
});

/** @throws S3ServiceException 403 when the store got it too late. */
export async function deleteBriefly(
  client: S3Client,
  settings: S3Settings,
  key: string,
  time: BriefTime,
): Promise<void> {
  const command = new DeleteObjectCommand({ Bucket: settings.bucket, Key: key });
  command.middlewareStack.add(
    (next) => (args) => {
      const request = v.parse(RequestSchema, args.request);
      const host = request.port === undefined ? request.hostname : `${request.hostname}:${request.port}`;
      const query = signedQuery(settings, time, { ...request, host });
      // Of the headers it had, those of the other way to sign.
      const signed = Object.assign(Object.create(Object.getPrototypeOf(args.request)), args.request, {
        query,
        headers: { host },
      });
      return next({ ...args, request: signed });
    },
    { step: 'finalizeRequest', priority: 'low', name: 'signBriefly' },
  );
  await client.send(command);
}

interface ToSign {
  readonly method: string;
  readonly host: string;
  /** Encoded, as it is sent. */
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
}

/** AWS Signature Version 4, "Authenticating Requests: Using Query Parameters". */
export function signedQuery(
  { region, accessKey, secretKey }: Pick<S3Settings, 'region' | 'accessKey' | 'secretKey'>,
  { from, seconds }: BriefTime,
  { method, host, path, query: others }: ToSign,
): Record<string, string> {
  const instant = from.toISOString().replace(/[-:]|\.\d{3}/gu, '');
  const day = instant.slice(0, 8);
  const scope = `${day}/${region}/s3/aws4_request`;
  const query: Record<string, string> = {
    ...Object.fromEntries(Object.entries(others).map(([name, value]) => [name, String(value ?? '')])),
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${accessKey}/${scope}`,
    'X-Amz-Date': instant,
    'X-Amz-Expires': String(seconds),
    'X-Amz-SignedHeaders': 'host',
  };
  const canonical = Object.entries(query)
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');
  const request = [method, path, canonical, `host:${host}`, '', 'host', 'UNSIGNED-PAYLOAD'].join('\n');
  const text = ['AWS4-HMAC-SHA256', instant, scope, createHash('sha256').update(request).digest('hex')];
  let key: string | Buffer = `AWS4${secretKey}`;
  for (const part of [day, region, 's3', 'aws4_request']) key = hmac(key, part);
  return { ...query, 'X-Amz-Signature': hmac(key, text.join('\n')).toString('hex') };
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** RFC 3986: `encodeURIComponent` leaves five more characters as they are. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/gu, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
