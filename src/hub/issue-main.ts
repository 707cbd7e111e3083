/** `npm run issue -- …` as a process. */
import { runIssueCommand } from './issue-command.ts';
import { runAsProcess } from './run-command.ts';

await runAsProcess(runIssueCommand);
