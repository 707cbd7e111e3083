/** `npm run hub -- …` as a process. */
import { runHubCommand } from './hub-command.ts';
import { runAsProcess } from './run-command.ts';

await runAsProcess(runHubCommand);
