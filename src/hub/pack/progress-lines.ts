/** A line for every tenth of the way: enough to see that it moves, and a log stays readable. */
const STEPS = 10;

/** Call the result with the bytes of each step. */
export function progressLines(totalBytes: number, report: (line: string) => void): (bytes: number) => void {
  let done = 0;
  let told = 0;
  return (bytes) => {
    done += bytes;
    const step = Math.floor((done / totalBytes) * STEPS);
    if (step <= told) return;
    told = step;
    report(`${step * (100 / STEPS)} %  ${megabytes(done)} / ${megabytes(totalBytes)}`);
  };
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
