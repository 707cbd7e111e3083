/**
 * A piece as one HTML document for any reader: no script, nothing from elsewhere, sentence ids as anchors. Derived at
 * release and never edited; our own app never opens it (except as the way out for browsers below its floor).
 */
import type { BlobRef, Reading } from '../reading/model.ts';
import type { Track } from '../sync/track.ts';
import { hrefFromBlob } from './blob-href.ts';
import { blockHtml, firstLine, termHtml, type Label } from './html-blocks.ts';
import { attributes, escapeHtml } from './html-text.ts';

export interface HtmlTrack extends Omit<Track, 'cues'> {
  /** WebVTT metadata track: one cue a sentence, its id the sentence's. */
  readonly cueTrack: BlobRef;
}

export interface HtmlSource {
  readonly reading: Reading;
  readonly clubName: string;
  readonly issueTitle: string;
  readonly tracks: readonly HtmlTrack[];
  readonly captions: readonly { readonly language: string; readonly file: BlobRef }[];
  readonly style: BlobRef;
}

export function writeHtml({ reading, clubName, issueTitle, tracks, captions, style }: HtmlSource): string {
  const label: Label = (text) =>
    reading.language.startsWith('zh') ? escapeHtml(text) : `<span lang="zh-Hans">${escapeHtml(text)}</span>`;
  const hasPinyin = reading.blocks.some((block) => JSON.stringify(block).includes('"pinyin"'));
  const description = firstLine(reading.blocks).slice(0, 120);
  return [
    `<!doctype html>\n<html lang="${reading.language}">\n<head>\n<meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(`${reading.title} · ${issueTitle}`)}</title>`,
    description === '' ? '' : `<meta name="description" content="${escapeHtml(description)}">`,
    `<link rel="stylesheet" href="${hrefFromBlob(style.href)}">\n</head>\n<body>\n<main>`,
    `<p class="note">${label(`${clubName} · ${issueTitle}`)}</p>`,
    `<h1>${escapeHtml(reading.title)}</h1>`,
    ...tracks.map((track) => trackHtml(track, track.kind === 'film' ? captions : [], label)),
    hasPinyin
      ? '<input type="checkbox" class="pinyin" id="show:pinyin"><label for="show:pinyin">显示拼音</label>'
      : '',
    `<div class="text">`,
    reading.kind === 'film' ? `<h2>${label('文字稿')}</h2>` : '',
    ...reading.blocks.map((block) => blockHtml(block, label)),
    '</div>',
    reading.terms.length > 0
      ? `<h2>${label('词语')}</h2>\n<dl>${reading.terms.map(termHtml).join('\n')}</dl>`
      : '',
    reading.questions.length > 0
      ? `<h2>${label('说一说')}</h2>\n<ol>${reading.questions.map(questionHtml).join('')}</ol>`
      : '',
    reading.source === undefined
      ? ''
      : `<p class="note">${escapeHtml(`${reading.source.author} · ${reading.source.permission}`)}</p>`,
    '</main>\n</body>\n</html>\n',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

const questionHtml = (question: string): string => `<li>${escapeHtml(question)}</li>`;

function trackHtml(track: HtmlTrack, captions: HtmlSource['captions'], label: Label): string {
  const title = track.placeholder ? `${track.title}（示例，待正式录制）` : track.title;
  const tag = track.kind === 'audio' ? 'audio' : 'video';
  const { href, type, width, height } = track.media;
  const media = attributes({
    'aria-label': title,
    controls: true,
    preload: 'metadata',
    ...(tag === 'video' && { playsinline: true, width, height }),
    // A signer has no sound, and several videos may play on one page only if all but one are silent.
    ...(track.kind === 'sign' && { muted: true }),
  });
  const textTracks = [
    ...captions.map(({ language, file }, index) =>
      attributes({
        kind: 'captions',
        srclang: language,
        label: '字幕',
        src: hrefFromBlob(file.href),
        default: index === 0,
      }),
    ),
    attributes({ kind: 'metadata', label: 'sentences', src: hrefFromBlob(track.cueTrack.href) }),
  ];
  return [
    `<figure>\n<${tag}${media}>`,
    `<source${attributes({ src: hrefFromBlob(href), type })}>`,
    ...textTracks.map((values) => `<track${values}>`),
    `<a href="${hrefFromBlob(href)}">${label(title)}</a>\n</${tag}>`,
    `<figcaption>${label(`${title}，${track.performer}`)}</figcaption>\n</figure>`,
  ].join('\n');
}
