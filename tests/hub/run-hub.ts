/** `npm run hub -- …` in this process: its exit code and all it said. */
import type { HubConfig } from '../../src/hub/config.ts';
import { runHubCommand } from '../../src/hub/hub-command.ts';

interface Seat {
  readonly config: HubConfig;
  /** Where the person stands. */
  readonly cwd: string;
  /** What they type when asked for a passphrase; null where nobody sits there. */
  readonly secret?: string | null;
}

export async function runHub(
  args: readonly string[],
  { config, cwd, secret = null }: Seat,
): Promise<[number, string]> {
  const lines: string[] = [];
  const io = {
    out: (line: string) => lines.push(line),
    err: (line: string) => lines.push(line),
    cwd,
    askSecret: async () => secret,
  };
  return [await runHubCommand(args, config, io), lines.join('\n')];
}
