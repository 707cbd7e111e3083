/** `npm run hub -- doctor`: looks into everything a hub needs; each line says that it is well, or what is wrong and what to do. */
import type { HubCommand } from '../command.ts';
import { readKeys } from '../keys.ts';
import { openShelf } from '../open-shelf.ts';
import { checkAddress, checkRunning } from './address-checks.ts';
import { findingLines, reasonOf, wrong, type DoctorFinding } from './finding.ts';
import { checkFolder, checkKeys, checkNode, checkShelf, checkSpace } from './machine-checks.ts';
import type { HubConfig } from '../config.ts';

export const doctorCommand: HubCommand = {
  verb: 'doctor',
  help: '  doctor                                       看看哪里不对，怎么办 what is wrong, and what to do',
  async run(args, config, io) {
    if (args.length > 0) return null;
    const findings = await examineHub(config);
    for (const line of findings.flatMap(findingLines)) io.out(line);
    const faults = findings.filter(({ state }) => state === 'wrong').length;
    io.out(faults === 0 ? '\n都好。All is well.' : `\n有 ${faults} 件事要办。${faults} to mend.`);
    return faults === 0 ? 0 : 1;
  },
};

async function examineHub(config: HubConfig): Promise<readonly DoctorFinding[]> {
  const { data, port } = config;
  return [
    checkNode(process.version),
    await checkFolder(data),
    await checkSpace(data),
    await checkKeys(data),
    ...(await shelfFindings(config)),
    await checkRunning(port),
    ...(await checkAddress({ address: null, hasProxy: false })),
  ];
}

async function shelfFindings(config: HubConfig): Promise<readonly DoctorFinding[]> {
  try {
    // Looking makes nothing: the first start does.
    if ((await readKeys(config.data)) === null) return [];
    const { store } = await openShelf(config);
    return await checkShelf(store, config.data, Date.now());
  } catch (error) {
    const cure = ['按上面说的做，再看一次。', 'Do what it says, then look again.'] as const;
    return [wrong(['书架', 'shelf'], [reasonOf(error), ''], cure)];
  }
}
