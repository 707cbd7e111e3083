/** A month in the studio with one of each thing the checks and the preview look at, for tests that begin there. */
import { readFile } from 'node:fs/promises';
import {
  attachment,
  draftIssue,
  draftPiece,
  draftSentence,
  draftTrack,
  draftWord,
  sentenceId,
  signVideo,
  termId,
} from '../../src/authoring/draft/fixture.ts';
import type { DraftPiece, DraftSentence } from '../../src/authoring/draft/model.ts';
import type { SeededMonth } from './draft-seed.ts';

const STARTER = 'src/starter/issues/2026-11-silent-world';
/** Where the second and third sentence begin on the sign track. */
export const SIGNED = { s1: 1, s2: 5, s3: 9, s4: 13, s5: 17 } as const;
export const ISSUE = '2026-12-silent-world';

const sentence = (id: string, text: string): DraftSentence =>
  draftSentence(
    id,
    (text.match(/.{1,2}/gu) ?? []).map((word) => draftWord(word)),
  );

/** `isWhole`: with nothing left to do; else with an error, a warning and a reading to confirm. */
export async function studioMonth({ isWhole }: { readonly isWhole: boolean }): Promise<SeededMonth> {
  const [video, picture] = await Promise.all([
    readFile(`${STARTER}/media/01-sign.mp4`),
    readFile(`${STARTER}/cover.png`),
  ]);
  const sign = signVideo({ bytes: video.byteLength, durationSeconds: 60 });
  const png = { bytes: picture.byteLength, width: 880, height: 150 };
  const figure = attachment('d', png);
  const cover = { drawing: attachment('b', png), bitmap: attachment('c', png), alt: '一条河' };
  const piece: DraftPiece = draftPiece({
    title: '一条苏州河',
    blocks: [
      { type: 'heading', level: 2, sentences: [sentence('s1', '河边的早上')] },
      {
        type: 'paragraph',
        sentences: [
          draftSentence('s2', [
            draftWord('弄堂', { pinyin: 'lòngtáng', term: termId('longtang') }),
            draftWord('口'),
            draftWord('长', isWhole ? {} : { pinyin: 'cháng', candidates: ['cháng', 'zhǎng'] }),
            draftWord('着'),
            draftWord('树。'),
          ]),
          sentence('s3', '大家沿着河慢慢走。'),
        ],
      },
      {
        type: 'figure',
        image: figure,
        alt: isWhole ? '河上有一座铁桥' : '',
        sentences: [sentence('s4', '河上的桥')],
      },
      { type: 'paragraph', sentences: [sentence('s5', '今天天气很好。')] },
    ],
    tracks: [
      draftTrack({
        media: sign,
        marks: Object.entries(SIGNED)
          .filter(([id]) => isWhole || id !== 's5')
          .map(([id, start]) => ({ sentence: sentenceId(id), start })),
      }),
    ],
  });
  const reasons = isWhole ? { [`picture-text-unjudged@morning#${figure.id}`]: '图里没有字' } : {};
  return {
    issue: draftIssue({ cover, reasons }),
    pieces: [piece],
    files: [
      { attachment: sign, bytes: video },
      ...[figure, cover.drawing, cover.bitmap].map((one) => ({ attachment: one, bytes: picture })),
    ],
  };
}
