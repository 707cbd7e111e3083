/** A passphrase from whoever sits at the terminal, without showing it; from the environment where nobody does. */
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** Null where there is neither. */
export async function askSecret(question: string, environment: NodeJS.ProcessEnv): Promise<string | null> {
  const given = environment['SAME_PAGE_PASSPHRASE'];
  if (given !== undefined && given !== '') return given;
  if (!process.stdin.isTTY) return null;
  process.stderr.write(question);
  // What readline would echo goes nowhere.
  const nowhere = new Writable({ write: (_piece, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await new Promise<string>((resolve) => lines.question('', resolve));
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}
