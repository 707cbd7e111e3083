/** Refusals in the words of the API, given to and taken from the library that speaks tus. */
import * as v from 'valibot';
import type { ApiError } from '../server/api-error.ts';
import { tellTrouble } from '../trouble.ts';

/** What it throws, and wants thrown. */
const TusErrorSchema = v.object({ status_code: v.number(), body: v.string() });
type TusError = v.InferOutput<typeof TusErrorSchema>;

class TusRefusal extends Error {
  readonly status_code: number;
  readonly body: string;
  constructor(error: ApiError) {
    super(error.code);
    this.status_code = error.status;
    this.body = JSON.stringify(error.toJSON());
  }
}

export const tusRefusal = (error: ApiError): Error => new TusRefusal(error);

const CODES: Readonly<Record<number, string>> = {
  404: 'upload-gone',
  409: 'upload-offset',
  410: 'upload-gone',
  413: 'upload-too-big',
};

/** A disk that is full, or a line that broke, is not the sender's mistake; the rest is a request nobody of ours makes. */
export function refusalOfTus(error: unknown): TusError {
  const known = v.safeParse(TusErrorSchema, error);
  if (error instanceof TusRefusal) return { status_code: error.status_code, body: error.body };
  if (!known.success) tellTrouble(error);
  const status = known.success ? known.output.status_code : 500;
  const code = CODES[status] ?? (status >= 500 ? 'upload-failed' : 'bad-request');
  return { status_code: status === 501 ? 400 : status, body: JSON.stringify({ code }) };
}
