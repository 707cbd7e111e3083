/** Builders for tests of the hub: a small issue folder without media, and a data folder to publish it into. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import type { HubConfig } from './config.ts';

export interface Workshop {
  readonly root: string;
  readonly config: HubConfig;
  /** Absolute path of the folder written. */
  makeIssue(files?: Readonly<Record<string, string | Uint8Array | null>>): Promise<string>;
  clear(): Promise<void>;
}

export const issueId = '2026-11-new-sisters';

const issueJson = {
  id: issueId,
  club: 'new-sisters',
  month: '2026-11',
  title: '坐公交',
  summary: '上车要说的话。',
  cover: { drawing: 'cover.svg', bitmap: 'cover.png', alt: '一辆公交车' },
  session: {
    date: '2026-11-28',
    start: '14:00',
    end: '16:00',
    timeZone: 'Asia/Shanghai',
    place: '二楼阅览室',
  },
  pieces: ['01-bus.md'],
};

const busMd = `---
id: bus
kind: reading
title: 第一次坐公交
source: { author: 同页编写组, permission: 为本刊所写 }
---
我第一次坐公交，很[紧张](term:jinzhang)。

::: plain
我第一次坐公交车，有点怕。
:::

![一辆公交车停在站牌前](bus.svg "公交车来了。")
`;

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 880 150"><path d="M0 75H880" stroke="currentColor"/></svg>';

/** Every file of the smallest issue that has something of everything but media. */
export function issueFiles(): Record<string, string | Uint8Array | null> {
  return {
    'issue.json': JSON.stringify(issueJson),
    'terms.yaml': '- id: jinzhang\n  word: 紧张\n  explanation: 心里很不安。\n',
    'cover.svg': drawing,
    'cover.png': png(88, 15),
    'bus.svg': drawing,
    '01-bus.md': busMd,
  };
}

export async function openWorkshop(): Promise<Workshop> {
  const root = await mkdtemp(path.join(tmpdir(), 'same-page-hub-'));
  const config: HubConfig = {
    port: 0,
    host: '127.0.0.1',
    publicUrl: null,
    hasProxy: false,
    data: path.join(root, 'data'),
    app: path.join(root, 'app'),
    starter: fileURLToPath(new URL('../starter', import.meta.url)),
    store: { kind: 'folder' },
    shelfUrl: null,
  };
  return {
    root,
    config,
    async makeIssue(files = {}) {
      const folder = path.join(root, issueId);
      await mkdir(folder, { recursive: true });
      for (const [name, content] of Object.entries({ ...issueFiles(), ...files })) {
        if (content === null) await rm(path.join(folder, name), { force: true });
        else await writeFile(path.join(folder, name), content);
      }
      return folder;
    },
    clear: () => rm(root, { recursive: true, force: true }),
  };
}

/** A grey PNG of this size. */
function png(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  const chunk = (type: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
  };
  const rows = deflateSync(Buffer.alloc((width + 1) * height, 128));
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
