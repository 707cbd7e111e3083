/** Where a bench leaves its figures: one JSON a bench, joined into one table when all have run. */
import { mkdirSync, writeFileSync } from 'node:fs';

export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The figure to meet, as `≤ 40` or `≥ 0.85`; absent where it is only reported. */
  readonly limit?: string;
}

export const ROWS_FOLDER = 'bench-results/rows';

export function record(bench: string, rows: readonly Row[]): void {
  mkdirSync(ROWS_FOLDER, { recursive: true });
  writeFileSync(`${ROWS_FOLDER}/${bench}.json`, JSON.stringify(rows, null, 2));
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
