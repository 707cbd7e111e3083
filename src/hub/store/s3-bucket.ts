/** Objects of one bucket, under one prefix: reading, conditional writing, listing. What the S3 store is made of. */
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type GetObjectCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { HubError } from '../hub-error.ts';
import { deleteBriefly, type BriefTime } from './brief-deletion.ts';
import { BrokenOffError, s3Client, statusOf, toHubError } from './s3-client.ts';
import type { S3Settings } from './s3-settings.ts';

export interface S3Object {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Without quotes. */
  readonly etag: string;
  /** When it was written, by the store's clock, to the second below; ours where it does not say. */
  readonly writtenAt: Date;
}

export interface ObjectHeaders {
  readonly ContentType: string;
  readonly CacheControl: string;
}

export interface S3Bucket {
  readonly settings: S3Settings;
  readonly client: S3Client;
  /** The name in the bucket. */
  keyOf(name: string): string;
  get(name: string): Promise<S3Object | null>;
  getRange(name: string, start: number, end: number): Promise<Uint8Array<ArrayBuffer> | null>;
  stream(name: string): Promise<AsyncIterable<Uint8Array> | null>;
  sizeOf(name: string): Promise<number | null>;
  put(name: string, bytes: Uint8Array, headers: ObjectHeaders): Promise<void>;
  /**
   * Writes only over what `expected` names, or only where there is nothing (null).
   * @returns False when it is not so any more. Whether a write whose answer was lost has happened is found by reading back.
   */
  putIf(name: string, bytes: Uint8Array, headers: ObjectHeaders, expected: string | null): Promise<boolean>;
  remove(name: string): Promise<void>;
  /** The store does it only while that time lasts. @returns False when it was over. */
  removeWithin(name: string, time: BriefTime): Promise<boolean>;
  list(start: string): Promise<readonly string[]>;
}

/** A read that breaks off in its middle is gone on with so often without a byte in between. */
const readTries = 6;

interface Whole {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly answer: GetObjectCommandOutput;
}

const bare = (etag: string | undefined): string => (etag ?? '').replace(/^(?:W\/)?"?|"?$/gu, '');

/** @param quotesEtag Whether this store wants the ETag of a condition in quotes; found out by `probeConditions`. */
export function s3Bucket(settings: S3Settings, quotesEtag = false): S3Bucket {
  const client = s3Client(settings);
  const keyOf = (name: string): string => settings.prefix + name;
  const where = (name: string) => ({ Bucket: settings.bucket, Key: keyOf(name) });

  /** Null for what is not there. */
  async function ask<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      const isMissing = statusOf(error) === 404 && !(error instanceof Error && error.name === 'NoSuchBucket');
      if (isMissing) return null;
      throw toHubError(error, settings);
    }
  }

  const open = (name: string, range?: string): Promise<GetObjectCommandOutput | null> =>
    ask(() => client.send(new GetObjectCommand({ ...where(name), ...(range && { Range: range }) })));

  /** The whole of an answer that is small; one that breaks off is asked for again. */
  async function readWhole(name: string, range?: string): Promise<Whole | null> {
    for (let tries = 1; ; tries += 1) {
      const answer = await open(name, range);
      if (answer === null) return null;
      try {
        const bytes = new Uint8Array((await answer.Body?.transformToByteArray()) ?? []);
        if (bytes.byteLength !== answer.ContentLength) throw new BrokenOffError(name);
        return { bytes, answer };
      } catch (error) {
        if (tries === readTries) throw toHubError(error, settings);
      }
    }
  }

  async function get(name: string): Promise<S3Object | null> {
    const found = await readWhole(name);
    if (found === null) return null;
    const { bytes, answer } = found;
    return { bytes, etag: bare(answer.ETag), writtenAt: answer.LastModified ?? new Date() };
  }

  async function sizeOf(name: string): Promise<number | null> {
    const head = await ask(() => client.send(new HeadObjectCommand(where(name))));
    return head === null ? null : (head.ContentLength ?? 0);
  }

  async function* piecesOf(name: string, size: number): AsyncGenerator<Uint8Array, void> {
    let at = 0;
    for (let tries = 1; at < size; tries += 1) {
      try {
        const answer = await open(name, `bytes=${at}-${size - 1}`);
        if (answer?.Body === undefined) throw new BrokenOffError(name);
        const body: ReadableStream<Uint8Array> = answer.Body.transformToWebStream();
        for await (const piece of body) {
          tries = 0;
          at += piece.byteLength;
          yield piece;
        }
      } catch (error) {
        if (tries >= readTries) throw toHubError(error, settings);
      }
    }
  }

  return {
    settings,
    client,
    keyOf,
    get,
    sizeOf,
    async getRange(name, start, end) {
      if (end <= start) return (await sizeOf(name)) === null ? null : new Uint8Array();
      try {
        return (await readWhole(name, `bytes=${start}-${end - 1}`))?.bytes ?? null;
      } catch (error) {
        if (statusOf(error) === 416) return new Uint8Array();
        throw error;
      }
    },
    async stream(name) {
      const size = await sizeOf(name);
      return size === null ? null : piecesOf(name, size);
    },
    async put(name, bytes, headers) {
      await ask(() =>
        client.send(
          new PutObjectCommand({ ...where(name), ...headers, Body: bytes, ContentLength: bytes.byteLength }),
        ),
      );
    },
    async putIf(name, bytes, headers, expected) {
      const condition =
        expected === null ? { IfNoneMatch: '*' } : { IfMatch: quotesEtag ? `"${expected}"` : expected };
      const content = {
        ...where(name),
        ...headers,
        ...condition,
        Body: bytes,
        ContentLength: bytes.byteLength,
      };
      try {
        await client.send(new PutObjectCommand(content));
        return true;
      } catch (error) {
        const status = statusOf(error);
        const isLost = status === 412 || status === 409 || (status === 404 && expected !== null);
        const isUnknown = status === undefined || (status >= 500 && status !== 501);
        if (!isLost && !isUnknown) throw toHubError(error, settings);
        // The answer may have been lost after the write, and the next try then ran into our own: what is there decides.
        const now = await get(name);
        if (now !== null && Buffer.compare(now.bytes, bytes) === 0) return true;
        if (isLost || (now?.etag ?? null) !== expected) return false;
        throw toHubError(error, settings);
      }
    },
    async remove(name) {
      await ask(() => client.send(new DeleteObjectCommand(where(name))));
    },
    async removeWithin(name, time) {
      try {
        await ask(() => deleteBriefly(client, settings, keyOf(name), time));
        return true;
      } catch (error) {
        if (error instanceof HubError && error.fault === 'store-forbids') return false;
        throw error;
      }
    },
    async list(start) {
      const names: string[] = [];
      let next: string | undefined;
      do {
        const page = await ask(() =>
          client.send(
            new ListObjectsV2Command({
              Bucket: settings.bucket,
              Prefix: keyOf(start),
              ...(next !== undefined && { ContinuationToken: next }),
            }),
          ),
        );
        for (const { Key } of page?.Contents ?? [])
          if (Key !== undefined) names.push(Key.slice(settings.prefix.length));
        next = page?.IsTruncated === true ? page.NextContinuationToken : undefined;
      } while (next !== undefined);
      return names;
    },
  };
}
