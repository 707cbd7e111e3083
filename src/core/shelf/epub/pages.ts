/** The pages of the book: title, contents, one a piece, and the glossary. */
import type { Term } from '../../reading/model.ts';
import { blockXhtml, pictureXhtml, type BlockSetting } from './blocks.ts';
import type { EpubMedia } from './media.ts';
import type { EpubPiece, EpubSource } from './source.ts';
import { clipXhtml, trackXhtml } from './tracks.ts';
import { attributes, inLanguage, labelIn, page, termId, xmlText } from './xhtml.ts';

/** `01-bus.xhtml`, in reading order for people who look into the file. */
export const pieceName = (number: number, { summary }: EpubPiece): string =>
  `${String(number).padStart(2, '0')}-${summary.id}.xhtml`;

export function titlePage({ issue, club, cover }: EpubSource, media: EpubMedia): string {
  const { session } = issue;
  const meeting =
    session === undefined
      ? ''
      : `<p>${xmlText(`活动：${session.date} ${session.start}–${session.end}，${session.place}`)}</p>`;
  return page('zh-Hans', issue.title, [
    '<section epub:type="titlepage">',
    `<p>${xmlText(club.name['zh-Hans'])}</p>\n<h1>${xmlText(issue.title)}</h1>`,
    `<p>${xmlText(issue.month)}</p>`,
    pictureXhtml({ image: cover.bitmap, alt: cover.alt }, media),
    `<p>${xmlText(issue.summary)}</p>`,
    meeting,
    '</section>',
  ]);
}

export function navPage({ issue, pieces, terms }: EpubSource): string {
  const link = (href: string, title: string, type?: string): string =>
    `<li><a${attributes({ 'epub:type': type, href })}>${xmlText(title)}</a></li>`;
  const glossary = terms.length > 0 ? [link('glossary.xhtml', '词语')] : [];
  const first = pieces[0];
  return page('zh-Hans', `${issue.title} · 目录`, [
    '<nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="toc-title">\n<h1 id="toc-title">目录</h1>\n<ol>',
    ...pieces.map((piece, index) => link(pieceName(index + 1, piece), piece.summary.title)),
    ...glossary,
    '</ol>\n</nav>',
    '<nav epub:type="landmarks" hidden="hidden" aria-label="地标">\n<ol>',
    link('nav.xhtml#toc', '目录', 'toc'),
    first === undefined ? '' : link(pieceName(1, first), '正文', 'bodymatter'),
    terms.length > 0 ? link('glossary.xhtml', '词语', 'glossary') : '',
    '</ol>\n</nav>',
  ]);
}

export function piecePage(number: number, piece: EpubPiece, source: EpubSource, media: EpubMedia): string {
  const { reading, tracks, summary } = piece;
  const label = labelIn(reading.language);
  const cards = new Set<string>(source.terms.map(({ id }) => id));
  const setting: BlockSetting = {
    label,
    media,
    hasAllPinyin: source.club.requires[summary.kind].includes('pinyin'),
    hasCard: (term) => cards.has(term),
  };
  const className = setting.hasAllPinyin && summary.hasPinyin ? ' class="pinyin"' : '';
  const { questions } = reading;
  return page(reading.language, reading.title, [
    '<section id="piece" epub:type="chapter" role="doc-chapter" aria-labelledby="title">',
    `<h1 id="title">${xmlText(reading.title)}</h1>`,
    ...tracks.map((track) => trackXhtml(number, track, piece, media, label)),
    reading.kind === 'film' ? `<h2>${label('文字稿')}</h2>` : '',
    `<div${className}>`,
    ...reading.blocks.map((block) => blockXhtml(block, setting)),
    '</div>',
    questions.length === 0
      ? ''
      : `<h2>${label('说一说')}</h2>\n<ol>${questions.map((question) => `<li>${xmlText(question)}</li>`).join('')}</ol>`,
    reading.source === undefined
      ? ''
      : `<p class="note">${xmlText(`${reading.source.author} · ${reading.source.permission}`)}</p>`,
    '</section>',
  ]);
}

export function glossaryPage({ terms }: EpubSource, media: EpubMedia): string {
  return page('zh-Hans', '词语', [
    '<section epub:type="glossary" role="doc-glossary" aria-labelledby="title">\n<h1 id="title">词语</h1>\n<dl>',
    ...terms.map((term) => termXhtml(term, media)),
    '</dl>\n</section>',
  ]);
}

function termXhtml({ id, word, pinyin, explanation, example, picture, sign, audio }: Term, media: EpubMedia) {
  const sample = (clip: typeof sign): string =>
    clip?.placeholder === true ? '<p class="note">示例，待正式录制</p>' : '';
  const clip = (shown: typeof sign, isMuted: boolean): string => {
    const player = shown === undefined ? '' : clipXhtml(shown.media, media, isMuted);
    return player === '' ? '' : `${player}${sample(shown)}`;
  };
  return [
    `<dt id="${termId(id)}" epub:type="glossterm"><dfn>${xmlText(word)}</dfn> <span${inLanguage('zh-Latn')}>${xmlText(pinyin)}</span></dt>`,
    `<dd epub:type="glossdef"><p>${xmlText(explanation)}</p>`,
    example === undefined || example === '' ? '' : `<p>${xmlText(example)}</p>`,
    picture === undefined ? '' : pictureXhtml(picture, media),
    clip(sign, true),
    clip(audio, false),
    '</dd>',
  ].join('');
}
