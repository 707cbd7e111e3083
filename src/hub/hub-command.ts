/** `npm run hub -- <verb> …`: looking after the hub itself. A new verb is a `HubCommand` and a line in this table. */
import type { CommandIo, ExitCode, HubCommand } from './command.ts';
import type { HubConfig } from './config.ts';
import { doctorCommand } from './doctor/doctor-command.ts';
import { HubError } from './hub-error.ts';
import { inviteCommand, peopleCommand } from './people/people-commands.ts';
import { backupCommand, restoreCommand } from './safekeeping/backup-command.ts';
import { keysCommand } from './safekeeping/keys-command.ts';
import { moveCommand } from './store/move-command.ts';

const commands: readonly HubCommand[] = [
  inviteCommand,
  peopleCommand,
  doctorCommand,
  backupCommand,
  restoreCommand,
  moveCommand,
  keysCommand,
];

const helpOf = (table: readonly HubCommand[]): string =>
  [
    '用法 Usage:',
    ...table.map(({ help }) => help),
    '设置见 src/hub/README.md 的表格。Settings: the table in src/hub/README.md.',
  ].join('\n');

export async function runHubCommand(
  args: readonly string[],
  config: HubConfig,
  io: CommandIo,
  table: readonly HubCommand[] = commands,
): Promise<ExitCode> {
  const [verb, ...rest] = args;
  if (verb === '--help' || verb === '-h' || verb === 'help') {
    io.out(helpOf(table));
    return 0;
  }
  try {
    const exit = await table.find((command) => command.verb === verb)?.run(rest, config, io);
    if (exit !== undefined && exit !== null) return exit;
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    io.err(error.message);
    return 1;
  }
  io.err(helpOf(table));
  return 2;
}
