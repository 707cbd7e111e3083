/** `npm run hub -- doctor`: looks into everything a hub needs; each line says that it is well, or what is wrong and what to do. */
import type { HubCommand } from '../command.ts';
import { addressSettings } from '../config-file.ts';
import { openStore } from '../store/open-store.ts';
import { checkPublicShelf, publicShelfSentence } from '../store/public-shelf.ts';
import { checkAddress, checkRunning } from './address-checks.ts';
import { findingLines, reasonOf, well, wrong, type DoctorFinding } from './finding.ts';
import { checkFolder, checkKeys, checkNode, checkShelf, checkSpace } from './machine-checks.ts';
import type { HubConfig } from '../config.ts';

export const doctorCommand: HubCommand = {
  verb: 'doctor',
  help: '  npm run hub -- doctor                        看看哪里不对，怎么办 what is wrong, and what to do',
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
    ...(await checkAddress(addressSettings(process.env, data))),
  ];
}

async function shelfFindings(config: HubConfig): Promise<readonly DoctorFinding[]> {
  const what = ['书架', 'shelf'] as const;
  try {
    // Opening a bucket tries its conditional writes and timed deletions.
    const store = await openStore(config);
    const bucket =
      config.store.kind === 's3'
        ? [
            well(
              ['存储桶', 'bucket'],
              [
                '连得上，条件写入都遵守，迟到的删除会拒绝',
                'reached; conditional writes are honoured, late deletions refused',
              ],
            ),
          ]
        : [];
    return [
      ...bucket,
      ...(await checkShelf(store, config.data, Date.now())),
      ...(await publicFindings(config)),
    ];
  } catch (error) {
    return [
      wrong(what, [reasonOf(error), ''], ['按上面说的做，再看一次。', 'Do what it says, then look again.']),
    ];
  }
}

/** The shelf as tablets find it, where that is not this hub. */
async function publicFindings({ shelfUrl, port, publicUrl }: HubConfig): Promise<readonly DoctorFinding[]> {
  if (shelfUrl === null) return [];
  const what = ['书架的网址', 'address of the shelf'] as const;
  const faults = await checkPublicShelf(shelfUrl, publicUrl ?? `http://localhost:${port}`);
  if (faults.length === 0)
    return [well(what, ['读得到，能分段，不会放旧', 'can be read, in parts, and fresh'])];
  return faults.map((fault) => {
    const [zh = '', en = ''] = publicShelfSentence(fault, shelfUrl).split('\n');
    return wrong(what, [shelfUrl, ''], [zh, en]);
  });
}
