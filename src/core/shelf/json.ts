/** Parsing of what arrives from a shelf: one way in, so that no document escapes the schema. */
import * as v from 'valibot';
import { ShelfError } from './errors.ts';

/**
 * Parses `text` with a strict schema.
 * @throws ShelfError `newer` when the document says it is of a later version, else `malformed`.
 */
export function parseStrict<Schema extends v.GenericSchema>(
  schema: Schema,
  text: string,
  what: string,
): v.InferOutput<Schema> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ShelfError('malformed', `${what} is not JSON`);
  }
  const result = v.safeParse(schema, json);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const where = v.getDotPath(issue) ?? 'top';
  if (where.endsWith('version') && typeof issue.input === 'number' && issue.input > 1) {
    throw new ShelfError('newer', `${what} is of version ${issue.input}`);
  }
  throw new ShelfError('malformed', `${what}, at ${where}: ${issue.message}`);
}
