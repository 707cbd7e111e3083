/** Asking the hub: JSON in and out, every answer parsed, every refusal a `HubProblem` with a sentence of its own. */
import * as v from 'valibot';

const RefusalSchema = v.object({
  code: v.string(),
  values: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
});
type Values = Readonly<Record<string, string | number>>;

export class HubProblem extends Error {
  override readonly name = 'HubProblem';
  /**
   * The hub's code, or one of ours: `offline` (nothing answered), `no-hub` (what answered is no hub: a static host),
   * `failed` (it answered what nobody understands).
   */
  readonly code: string;
  /** 0 where nothing answered. */
  readonly status: number;
  readonly values: Values;
  constructor(code: string, status = 0, values: Values = {}) {
    super(code);
    this.code = code;
    this.status = status;
    this.values = values;
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface Question {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/**
 * @param path Below `/api`, such as `/people`.
 * @param schema What a good answer is; `null` where nothing is awaited.
 * @throws HubProblem
 */
export async function askHub<TSchema extends v.GenericSchema>(
  method: Method,
  path: string,
  schema: TSchema,
  question: Question = {},
): Promise<v.InferOutput<TSchema>> {
  const response = await fetchHub(method, path, question);
  const parsed = v.safeParse(schema, response.status === 204 ? null : await jsonOf(response));
  if (!parsed.success) throw new HubProblem('failed', response.status);
  return parsed.output;
}

/** The answer itself, for its headers or bytes; only good ones come back. @throws HubProblem */
export async function fetchHub(method: Method, path: string, question: Question = {}): Promise<Response> {
  const { body, headers, signal } = question;
  let response: Response;
  try {
    response = await fetch(`/api${path}`, {
      method,
      cache: 'no-store',
      credentials: 'same-origin',
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new HubProblem('offline');
  }
  if (response.ok) return response;
  throw await problemOf(response);
}

async function problemOf(response: Response): Promise<HubProblem> {
  const parsed = v.safeParse(RefusalSchema, await jsonOf(response));
  if (!parsed.success) return new HubProblem('failed', response.status);
  const problem = new HubProblem(parsed.output.code, response.status, parsed.output.values);
  for (const listener of listeners) listener(problem);
  return problem;
}

/** @throws HubProblem `no-hub`: a static host answers with the app's page, or with one of its own. */
async function jsonOf(response: Response): Promise<unknown> {
  if (response.headers.get('content-type')?.startsWith('application/json') !== true) {
    // A proxy in front of a hub that is down speaks HTML too.
    throw response.status >= 500 ? new HubProblem('offline') : new HubProblem('no-hub', response.status);
  }
  try {
    return await response.json();
  } catch {
    throw new HubProblem('failed', response.status);
  }
}

const listeners = new Set<(problem: HubProblem) => void>();

/** For whoever must know of a refusal that somebody else was given: a sign-in that has ended, say. */
export function onHubRefusal(listener: (problem: HubProblem) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
