/** The command line as a process. npm runs it in the project's folder; `INIT_CWD` is where the person stands. */
import { readConfig } from './config.ts';
import { HubError } from './hub-error.ts';
import { runIssueCommand } from './issue-command.ts';

try {
  process.exitCode = await runIssueCommand(process.argv.slice(2), readConfig(process.env), {
    out: (line) => console.log(line),
    err: (line) => console.error(line),
    cwd: process.env['INIT_CWD'] ?? process.cwd(),
  });
} catch (error) {
  console.error(error instanceof HubError ? error.message : error);
  process.exitCode = 1;
}
