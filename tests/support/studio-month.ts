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

interface MonthOptions {
  /** With nothing left to do but the examination of the preview; else with an error, a warning and a reading to confirm. */
  readonly isWhole: boolean;
  /** A film beside it, with captions that have something to mend. */
  readonly hasFilm?: boolean;
}

export async function studioMonth({ isWhole, hasFilm = false }: MonthOptions): Promise<SeededMonth> {
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
  const month = {
    issue: draftIssue({ cover, reasons }),
    pieces: [piece],
    files: [
      { attachment: sign, bytes: video },
      ...[figure, cover.drawing, cover.bitmap].map((one) => ({ attachment: one, bytes: picture })),
    ],
  };
  if (!hasFilm) return month;
  const film = await filmPiece();
  return {
    issue: { ...month.issue, pieces: [piece.id, film.piece.id] },
    pieces: [piece, film.piece],
    files: [...month.files, film.file],
  };
}

async function filmPiece() {
  const bytes = await readFile(`${STARTER}/media/02-film.mp4`);
  const media = signVideo({
    id: attachment('f').id,
    name: '弄堂.mp4',
    bytes: bytes.byteLength,
    durationSeconds: 24,
    hasAudio: true,
  });
  const piece = draftPiece({
    id: 'film',
    kind: 'film',
    title: '弄堂里的一天',
    blocks: [
      {
        type: 'paragraph',
        sentences: [sentence('s1', '早上的弄堂很热闹。'), sentence('s2', '大家去买菜。')],
      },
    ],
    tracks: [draftTrack({ id: 'film', kind: 'film', language: 'zh-Hans', title: '影片', media, marks: [] })],
    captions: [
      {
        language: 'zh-Hans',
        cues: [
          { start: 0.5, end: 3.5, text: '早上的弄堂很热闹', sentence: sentenceId('s1') },
          { start: 4, end: 5, text: '大家提着篮子一起去菜场买菜，' },
          { start: 7, end: 10, text: '［敲门声］' },
        ],
      },
    ],
  });
  return { piece, file: { attachment: media, bytes } };
}
