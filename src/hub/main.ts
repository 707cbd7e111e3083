/** `npm start`: fills an empty shelf with the starter, serves app and shelf, and says where. */
import { access, constants } from 'node:fs/promises';
import { readConfig, type HubConfig } from './config.ts';
import { withConfigFile } from './config-file.ts';
import { HubError } from './hub-error.ts';
import { openHubLog, silentLog } from './log.ts';
import { openShelf } from './open-shelf.ts';
import { consoleLink } from './people/people-commands.ts';
import { enrolLines } from './people/enrol-lines.ts';
import { isUnclaimed } from './people/invitations.ts';
import type { People } from './people/people.ts';
import { finishRotation } from './safekeeping/key-changes.ts';
import { startServer } from './serve.ts';
import { mendFeed } from './shelf-state.ts';
import { publishStarter } from './starter.ts';
import { makeFolder } from './store/durable-write.ts';
import { checkPublicShelf, publicShelfSentence } from './store/public-shelf.ts';
import { releaseEnded } from './stop.ts';
import { tellTrouble, tellTroubleTo } from './trouble.ts';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = openHubLog(withConfigFile(process.env, config.data));
  tellTroubleTo(log === silentLog ? null : log);
  await prepareData(config);
  const shelf = await openShelf(config);
  await finishRotation(shelf, new Date());
  await publishStarter(config, shelf, (line) => console.log(line));
  await mendFeed(shelf);
  const hub = await startServer(config, shelf.keys, shelf.store, log);
  if (config.shelfUrl !== null) await warnOfPublicShelf(config.shelfUrl, config.publicUrl ?? hub.url);
  console.log(`同页已经打开，请在浏览器里访问 ${hub.url}`);
  console.log(`书架在 ${config.shelfUrl ?? `${hub.url}/shelf/`}，数据在 ${config.data}（按 Ctrl+C 结束）`);
  log.info('started');
  stopOnSignal(async () => {
    log.info('stopping');
    await hub.close();
    if (!(await releaseEnded(shelf.withLock))) log.warn('stopped during a release');
    log.info('stopped');
  });
  await printFirstLink(hub.services.people);
}

/** Whatever is the matter with the people, members go on reading. */
async function printFirstLink(people: People): Promise<void> {
  try {
    if (!(await isUnclaimed(people.store))) return;
    for (const line of enrolLines(await consoleLink(people, null), true)) console.log(line);
  } catch (error) {
    tellTrouble(error);
  }
}

/** Said and not refused: a CDN may come up after its hub, and the studio works meanwhile. */
async function warnOfPublicShelf(url: string, origin: string): Promise<void> {
  for (const fault of await checkPublicShelf(url, origin)) console.warn(publicShelfSentence(fault, url));
}

async function prepareData({ data }: HubConfig): Promise<void> {
  try {
    await makeFolder(data);
    await access(data, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new HubError('data-unwritable', {
      folder: data,
      reason: error instanceof Error ? error.message : '',
    });
  }
}

function stopOnSignal(close: () => Promise<void>): void {
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // Asked twice: whoever asks does not want to wait.
      if (isStopping) process.exit(1);
      isStopping = true;
      void close().then(() => process.exit(0));
    });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof HubError ? error.message : error);
  process.exit(1);
});
