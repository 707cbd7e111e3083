/** Who writes media for this page. They end before everything is erased: what is being written cannot be taken away. */
const ends = new Set<() => void>();

export function endsBeforeErasing(end: () => void): void {
  ends.add(end);
}

export function endMediaWriters(): void {
  for (const end of ends) end();
}
