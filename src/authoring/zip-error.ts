/** Why a zip of an issue folder was not taken, as a sentence that says what to do. */
import type { ProblemLanguage } from './problem-text.ts';

const TABLE = {
  'not-a-zip': [
    '这不是压缩包，或者没有下载完。请重新导出，或者重新压缩文件夹。',
    'This is no zip archive, or it was not downloaded whole. Export it again, or zip the folder again.',
  ],
  damaged: [
    '压缩包坏了（{name}）。请重新导出，或者重新压缩文件夹。',
    'The archive is damaged ({name}). Export it again, or zip the folder again.',
  ],
  ambiguous: [
    '压缩包里的记录互相矛盾（{name}），不同的电脑会解出不同的东西。请用电脑自带的压缩重新做一个。',
    'The archive contradicts itself ({name}) and would unpack differently elsewhere. Make it again with the tool your computer comes with.',
  ],
  encrypted: [
    '压缩包设了密码（{name}）。请重新压缩，不要设密码。',
    'The archive has a password ({name}). Zip the folder again without one.',
  ],
  unsafe: [
    '压缩包里有不能用的文件名：{name}。请改名，再压缩一次。',
    'The archive has a file name that cannot be used: {name}. Rename the file and zip again.',
  ],
  link: [
    '压缩包里有链接，不是文件：{name}。请换成真的文件，再压缩一次。',
    'The archive has a link instead of a file: {name}. Put the real file there and zip again.',
  ],
  duplicate: [
    '压缩包里有两个文件，在有的电脑上会是同一个：{name}。请改掉一个的名字。',
    'The archive has two files that are one on some computers: {name}. Rename one of them.',
  ],
  overlap: [
    '压缩包里的文件叠在一起（{name}），这不是正常的压缩包，没有打开。',
    'Files in the archive lie over each other ({name}); this is no honest archive and was not opened.',
  ],
  'too-many': [
    '压缩包里有 {name} 个文件，太多了。一期只放这一期要用的文件。',
    'The archive holds {name} files, which is too many. Put in only what the issue needs.',
  ],
  'too-large': [
    '压缩包解开以后太大（{name}）。请把视频变小一些，或者直接用文件夹发布。',
    'The archive is too large when unpacked ({name}). Make the videos smaller, or add the folder itself.',
  ],
  bomb: [
    '{name} 解开以后大得不正常，没有打开。如果这是您自己做的，请直接用文件夹发布。',
    '{name} unpacks to an abnormal size and was not opened. If it is your own, add the folder itself.',
  ],
  'no-issue': [
    '压缩包里没有 issue.json。请压缩一期月刊的文件夹。',
    'The archive has no issue.json. Zip the folder of one issue.',
  ],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export type ZipFault = keyof typeof TABLE;

export class ZipError extends Error {
  override readonly name = 'ZipError';
  readonly fault: ZipFault;
  /** Of the file that is wrong, or how many, or how much. */
  readonly detail: string;
  constructor(fault: ZipFault, detail = '') {
    super(`${fault}: ${detail}`);
    this.fault = fault;
    this.detail = detail;
  }
}

export function describeZipError({ fault, detail }: ZipError, language: ProblemLanguage = 'zh'): string {
  return TABLE[fault][language === 'zh' ? 0 : 1].replace('{name}', detail);
}
