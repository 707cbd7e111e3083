/** `Range` of one file (RFC 9110 §14), the same in the hub and in the tablet's service worker. */
export interface ByteRange {
  readonly start: number;
  /** Inclusive, as in the header. */
  readonly end: number;
}

/**
 * Null: answer the whole file; so for no range, another unit, and several ranges in one request, as it allows.
 * `unsatisfiable`: answer 416; so for what lies beyond the end, and for what is not a range at all, as it allows too.
 */
export function parseRange(
  header: string | null | undefined,
  size: number,
): ByteRange | 'unsatisfiable' | null {
  const { ranges } = /^\s*bytes\s*=(?<ranges>.*)$/isu.exec(header ?? '')?.groups ?? {};
  if (ranges === undefined || ranges.includes(',')) return null;
  const { first, last } = /^\s*(?<first>\d*)-(?<last>\d*)\s*$/u.exec(ranges)?.groups ?? {};
  if (first === undefined || last === undefined) return 'unsatisfiable';
  if (first === '') return lastBytes(Number(last), size);
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start <= end ? { start, end } : 'unsatisfiable';
}

/** `bytes=-500`; without a number it is 0, and asks for nothing. */
function lastBytes(count: number, size: number): ByteRange | 'unsatisfiable' {
  const length = Math.min(count, size);
  return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
}

/** A range asked for on condition of another content is a request for the whole file (RFC 9110 §13.1.5). */
export function rangeOfContent(request: { readonly headers: HeadersLike }, tag: string): string | null {
  const condition = request.headers.get('if-range');
  return condition === null || condition === `"${tag}"` ? request.headers.get('range') : null;
}

interface HeadersLike {
  get(name: string): string | null;
}
