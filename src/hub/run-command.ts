/** A command line as a process. npm runs it in the project's folder; `INIT_CWD` is where the person stands. */
import { askSecret } from './ask-secret.ts';
import type { CommandIo, ExitCode } from './command.ts';
import { readConfig, type HubConfig } from './config.ts';
import { HubError } from './hub-error.ts';

type Run = (args: readonly string[], config: HubConfig, io: CommandIo) => Promise<ExitCode>;

export async function runAsProcess(run: Run): Promise<void> {
  try {
    process.exitCode = await run(process.argv.slice(2), readConfig(process.env), {
      out: (line) => console.log(line),
      err: (line) => console.error(line),
      cwd: process.env['INIT_CWD'] ?? process.cwd(),
      askSecret: (question) => askSecret(question, process.env),
    });
  } catch (error) {
    console.error(error instanceof HubError ? error.message : error);
    process.exitCode = 1;
  }
}
