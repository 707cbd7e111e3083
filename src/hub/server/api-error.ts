/** What the API refuses with: a code the studio has a sentence for, never a text of the hub's. */
import type { ContentfulStatusCode } from 'hono/utils/http-status';

export type ErrorValues = Readonly<Record<string, string | number>>;

export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly values: ErrorValues | undefined;
  /** @param code Key of the studio's sentence (`studio-hub` namespace, `errors.<code>`). */
  constructor(status: ContentfulStatusCode, code: string, values?: ErrorValues) {
    super(code);
    this.status = status;
    this.code = code;
    this.values = values;
  }

  toJSON(): { code: string; values?: ErrorValues } {
    return { code: this.code, ...(this.values !== undefined && { values: this.values }) };
  }
}
