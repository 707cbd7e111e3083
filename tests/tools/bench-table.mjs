// Joins the figures of all benches into bench-results/bench.md and bench.json and prints the table.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const FOLDER = 'bench-results/rows';

function isMet({ value, limit }) {
  const [, sign, number] = /^([≤≥])\s*([\d.]+)/u.exec(limit ?? '') ?? [];
  if (!sign) return null;
  return sign === '≤' ? value <= Number(number) : value >= Number(number);
}

export function writeBenchTable() {
  const rows = readdirSync(FOLDER)
    .toSorted()
    .flatMap((file) =>
      JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')).map((row) => ({
        bench: file.replace('.json', ''),
        ...row,
      })),
    );
  const lines = rows.map((row) => {
    const met = isMet(row);
    const verdict = met === null ? '' : met ? 'yes' : '**no**';
    return `| ${row.bench} | ${row.name} | ${Number(row.value.toPrecision(4))} ${row.unit} | ${row.limit ?? ''} | ${verdict} |`;
  });
  const table = ['| bench | figure | measured | limit | met |', '|---|---|---|---|---|', ...lines].join('\n');
  writeFileSync('bench-results/bench.md', `${table}\n`);
  writeFileSync('bench-results/bench.json', JSON.stringify(rows, null, 2));
  console.log(table);
}
