/**
 * A deletion that the store itself refuses once its time is over. Object stores know no conditions on DELETE, so a hub that was frozen
 * between asking whether it may and doing it would still do it, however much later; the time in a signed address is looked at by the
 * store, when the request arrives.
 */
import { DeleteObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { S3RequestPresigner } from '@aws-sdk/s3-request-presigner';
import type { S3Settings } from './s3-settings.ts';

export interface BriefTime {
  /** By the store's clock. */
  readonly from: Date;
  readonly seconds: number;
}

type Signable = Parameters<S3RequestPresigner['presign']>[0];

/** @throws S3ServiceException 403 when the store got it too late. */
export async function deleteBriefly(
  client: S3Client,
  { bucket, region, accessKey, secretKey }: S3Settings,
  key: string,
  { from, seconds }: BriefTime,
): Promise<void> {
  const signer = new S3RequestPresigner({
    region,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    sha256: client.config.sha256,
  });
  const command = new DeleteObjectCommand({ Bucket: bucket, Key: key });
  // Last of all, in place of the usual signature: with the client's patience, and where it found the bucket.
  command.middlewareStack.add(
    (next) => async (args) => {
      if (!isSignable(args.request)) throw new Error('Nothing to sign');
      for (const name of Object.keys(args.request.headers)) delete args.request.headers[name];
      const request = await signer.presign(args.request, { expiresIn: seconds, signingDate: from });
      return next({ ...args, request });
    },
    { step: 'finalizeRequest', priority: 'low', name: 'signBriefly' },
  );
  await client.send(command);
}

function isSignable(request: unknown): request is Signable {
  return typeof request === 'object' && request !== null && 'headers' in request && 'hostname' in request;
}
