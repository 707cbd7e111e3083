/** Findings about captions, for the studio. */
import type { CaptionFindingCode } from '../captions/checks.ts';
import { told, type Explanation } from './explanation.ts';
import type { FindingCode } from './finding.ts';

type CaptionCode = CaptionFindingCode | Extract<FindingCode, 'captions-missing' | 'caption-unknown-sentence'>;

const keepZh = '想留着的话，写一句原因。';
const keepHant = '想留著的話，寫一句原因。';
const keepEn = 'If it should stay so, say why.';

export const captionExplanations: Readonly<Record<CaptionCode, Explanation>> = {
  'captions-missing': told(
    [
      '这一篇还没有字幕，听不见的人看不懂。',
      '這一篇還沒有字幕，聽不見的人看不懂。',
      'This piece has no captions, so those who cannot hear are left out.',
    ],
    [
      '请在“字幕”里导入字幕文件，或者边看边打。',
      '請在「字幕」裡匯入字幕檔，或者邊看邊打。',
      'Import a caption file under Captions, or type them as you watch.',
    ],
  ),
  'caption-unknown-sentence': told(
    [
      '第 {number} 条字幕对着一句已经删掉的话。',
      '第 {number} 條字幕對著一句已經刪掉的話。',
      'Caption {number} belongs to a sentence that was deleted.',
    ],
    [
      '请重新对上文字，或者撤销删除。',
      '請重新對上文字，或者撤銷刪除。',
      'Match the captions with the text again, or undo the deletion.',
    ],
  ),
  'caption-empty': told(
    [
      '有 {count} 条字幕没有文字，第一条是第 {number} 条。',
      '有 {count} 條字幕沒有文字，第一條是第 {number} 條。',
      '{count} captions have no words; the first is number {number}.',
    ],
    ['请写上文字，或者把它删掉。', '請寫上文字，或者把它刪掉。', 'Write the words, or delete the caption.'],
  ),
  'caption-lines': told(
    [
      '有 {count} 条字幕超过 {limit} 行，第一条是第 {number} 条。',
      '有 {count} 條字幕超過 {limit} 行，第一條是第 {number} 條。',
      '{count} captions have more than {limit} lines, first number {number}.',
    ],
    [
      `请拆成两条。不改的话，播放时会自动分成几页；${keepZh}`,
      `請拆成兩條。不改的話，播放時會自動分成幾頁；${keepHant}`,
      `Split them. Left alone, they are shown in pages. ${keepEn}`,
    ],
  ),
  'caption-line-long': told(
    [
      '有 {count} 条字幕一行超过 {limit} 个字，第一条是第 {number} 条。',
      '有 {count} 條字幕一行超過 {limit} 個字，第一條是第 {number} 條。',
      '{count} captions have a line above {limit} characters, first number {number}.',
    ],
    [
      `请在合适的地方断行。不改的话，播放时会自动重新分行；${keepZh}`,
      `請在合適的地方斷行。不改的話，播放時會自動重新分行；${keepHant}`,
      `Break the line at a phrase. Left alone, it is broken when shown. ${keepEn}`,
    ],
  ),
  'caption-too-fast': told(
    [
      '有 {count} 条字幕太快，来不及看：第 {number} 条每秒 {perSecond} 个字，最多 {limit} 个。',
      '有 {count} 條字幕太快，來不及看：第 {number} 條每秒 {perSecond} 個字，最多 {limit} 個。',
      '{count} captions are too fast to read: number {number} has {perSecond} characters a second, the limit is {limit}.',
    ],
    [
      `请延长、拆开或缩短；${keepZh}`,
      `請延長、拆開或縮短；${keepHant}`,
      `Extend, split or shorten them. ${keepEn}`,
    ],
  ),
  'caption-fast': told(
    [
      '有 {count} 条字幕偏快：第 {number} 条每秒 {perSecond} 个字，最好不超过 {limit} 个。',
      '有 {count} 條字幕偏快：第 {number} 條每秒 {perSecond} 個字，最好不超過 {limit} 個。',
      '{count} captions are rather fast: number {number} has {perSecond} characters a second, better {limit} or fewer.',
    ],
    [
      `可以的话请延长或缩短；${keepZh}`,
      `可以的話請延長或縮短；${keepHant}`,
      `Extend or shorten them where you can. ${keepEn}`,
    ],
  ),
  'caption-short': told(
    [
      '有 {count} 条字幕一闪就过：第 {number} 条只有 {seconds} 秒，至少要 {limit} 秒。',
      '有 {count} 條字幕一閃就過：第 {number} 條只有 {seconds} 秒，至少要 {limit} 秒。',
      '{count} captions are shown too briefly: number {number} for {seconds} s, at least {limit} s are needed.',
    ],
    [`请延长；${keepZh}`, `請延長；${keepHant}`, `Extend them. ${keepEn}`],
  ),
  'caption-long': told(
    [
      '有 {count} 条字幕停得太久：第 {number} 条有 {seconds} 秒，最好不超过 {limit} 秒。',
      '有 {count} 條字幕停得太久：第 {number} 條有 {seconds} 秒，最好不超過 {limit} 秒。',
      '{count} captions stay too long: number {number} for {seconds} s, better {limit} s or less.',
    ],
    [
      `请拆开或早一点收掉；${keepZh}`,
      `請拆開或早一點收掉；${keepHant}`,
      `Split them or end them earlier. ${keepEn}`,
    ],
  ),
  'caption-gap': told(
    [
      '有 {count} 条字幕和前一条隔得太近，看不出换了字幕，第一条是第 {number} 条。',
      '有 {count} 條字幕和前一條隔得太近，看不出換了字幕，第一條是第 {number} 條。',
      '{count} captions follow the one before too closely for the change to be seen, first number {number}.',
    ],
    [
      `请隔开 {limit} 帧；${keepZh}`,
      `請隔開 {limit} 幀；${keepHant}`,
      `Leave {limit} frames between them. ${keepEn}`,
    ],
  ),
  'caption-overlap': told(
    [
      '有 {count} 条字幕和前一条的时间重叠，第一条是第 {number} 条。',
      '有 {count} 條字幕和前一條的時間重疊，第一條是第 {number} 條。',
      '{count} captions overlap the one before, first number {number}.',
    ],
    [
      `请让前一条早一点结束；${keepZh}`,
      `請讓前一條早一點結束；${keepHant}`,
      `End the one before earlier. ${keepEn}`,
    ],
  ),
  'caption-end-mark': told(
    [
      '有 {count} 条字幕行末有“{mark}”，第一条是第 {number} 条。',
      '有 {count} 條字幕行末有「{mark}」，第一條是第 {number} 條。',
      '{count} captions end a line with {mark}, first number {number}.',
    ],
    [
      `字幕行末不用句号和逗号，请去掉；${keepZh}`,
      `字幕行末不用句號和逗號，請去掉；${keepHant}`,
      `Captions need no full stop or comma there; take it out. ${keepEn}`,
    ],
  ),
  'caption-sound-brackets': told(
    [
      '有 {count} 条字幕的声音没有写在［ ］里，第一条是第 {number} 条。',
      '有 {count} 條字幕的聲音沒有寫在［ ］裡，第一條是第 {number} 條。',
      '{count} captions have sounds outside ［ ］, first number {number}.',
    ],
    [
      `请改成［敲门声］这样；${keepZh}`,
      `請改成［敲門聲］這樣；${keepHant}`,
      `Write them as ［knocking］. ${keepEn}`,
    ],
  ),
};
