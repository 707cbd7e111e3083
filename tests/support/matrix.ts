/** Pairwise cover: every pair of values of any two factors occurs in some row; a fraction of the whole product. */
export function pairwise<const Factors extends Readonly<Record<string, readonly unknown[]>>>(
  factors: Factors,
): readonly { readonly [Name in keyof Factors]: Factors[Name][number] }[] {
  const names: (keyof Factors & string)[] = Object.keys(factors);
  const pairs = new Set<string>();
  const key = (a: string, i: number, b: string, j: number): string => `${a}${i}|${b}${j}`;
  for (const [at, a] of names.entries()) {
    for (const b of names.slice(at + 1)) {
      for (const i of (factors[a] ?? []).keys())
        for (const j of (factors[b] ?? []).keys()) pairs.add(key(a, i, b, j));
    }
  }
  const covers = (row: readonly number[]): string[] =>
    names.flatMap((a, at) =>
      names.slice(at + 1).map((b, offset) => key(a, row[at] ?? 0, b, row[at + 1 + offset] ?? 0)),
    );
  const all = product(names.map((name) => factors[name]?.length ?? 0));
  const rows: (readonly number[])[] = [];
  while (pairs.size > 0) {
    let best: readonly number[] = all[0] ?? [];
    let most = 0;
    for (const row of all) {
      const gain = covers(row).filter((pair) => pairs.has(pair)).length;
      if (gain > most) [best, most] = [row, gain];
    }
    if (most === 0) break;
    rows.push(best);
    for (const pair of covers(best)) pairs.delete(pair);
  }
  return rows.map((row) => toRow(factors, names, row));
}

/** Every combination. */
export function whole<const Factors extends Readonly<Record<string, readonly unknown[]>>>(
  factors: Factors,
): readonly { readonly [Name in keyof Factors]: Factors[Name][number] }[] {
  const names: (keyof Factors & string)[] = Object.keys(factors);
  return product(names.map((name) => factors[name]?.length ?? 0)).map((row) => toRow(factors, names, row));
}

function product(lengths: readonly number[]): readonly (readonly number[])[] {
  return lengths.reduce<readonly (readonly number[])[]>(
    (rows, length) => rows.flatMap((row) => Array.from({ length }, (_, index) => [...row, index])),
    [[]],
  );
}

function toRow<Factors extends Readonly<Record<string, readonly unknown[]>>>(
  factors: Factors,
  names: readonly (keyof Factors & string)[],
  row: readonly number[],
): { readonly [Name in keyof Factors]: Factors[Name][number] } {
  // Built key by key from the very factors, so the shape holds by construction.
  return Object.fromEntries(names.map((name, at) => [name, factors[name]?.[row[at] ?? 0]])) as {
    readonly [Name in keyof Factors]: Factors[Name][number];
  };
}
