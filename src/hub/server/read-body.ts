/** A request's JSON, capped before it is parsed and parsed strictly. */
import type { Context } from 'hono';
import * as v from 'valibot';
import { ApiError } from './api-error.ts';

const defaultCapBytes = 64 * 1024;

/** @throws ApiError 413 `too-large`, 415 `not-json` or 400 `bad-request`. */
export async function readBody<TSchema extends v.GenericSchema>(
  { req }: Pick<Context, 'req'>,
  schema: TSchema,
  capBytes = defaultCapBytes,
): Promise<v.InferOutput<TSchema>> {
  if (!/^application\/json\s*(?:;|$)/iu.test(req.header('content-type') ?? ''))
    throw new ApiError(415, 'not-json');
  const text = await readCapped(req.raw, capBytes);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ApiError(400, 'bad-request');
  }
  const parsed = v.safeParse(schema, json);
  if (!parsed.success) throw new ApiError(400, 'bad-request');
  return parsed.output;
}

/** Counts what arrives: a length that was announced may be a lie, or missing. */
async function readCapped(request: Request, capBytes: number): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > capBytes) throw tooLarge(capBytes);
  const parts: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early cancels the body.
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > capBytes) throw tooLarge(capBytes);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

const tooLarge = (capBytes: number): ApiError => new ApiError(413, 'too-large', { capBytes });
