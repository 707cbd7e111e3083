/** Blocks of a reading as XHTML: every sentence an element with its id, words with ruby, terms leading to their card. */
import type { Block, Sentence, Word } from '../../reading/model.ts';
import type { EpubMedia } from './media.ts';
import { attributes, inLanguage, sentenceId, termId, xmlText, type Label } from './xhtml.ts';

export interface BlockSetting {
  readonly label: Label;
  readonly media: EpubMedia;
  /** Every word, where the club's rules want pinyin; else the words that have a card. Nothing can be tapped open in a book. */
  readonly hasAllPinyin: boolean;
  readonly hasCard: (term: string) => boolean;
}

export function wordXhtml(word: Word, { hasAllPinyin, hasCard }: BlockSetting): string {
  const { text, pinyin, term, emphasis } = word;
  const isRead = pinyin !== undefined && (hasAllPinyin || term !== undefined);
  const ruby = isRead
    ? `<ruby>${xmlText(text)}<rp>（</rp><rt${inLanguage('zh-Latn')}>${xmlText(pinyin)}</rt><rp>）</rp></ruby>`
    : xmlText(text);
  const stressed = emphasis === true ? `<em>${ruby}</em>` : ruby;
  if (term === undefined || !hasCard(term)) return stressed;
  return `<a epub:type="glossref" role="doc-glossref" href="glossary.xhtml#${termId(term)}">${stressed}</a>`;
}

function sentencesXhtml(sentences: readonly Sentence[], setting: BlockSetting): string {
  return sentences
    .map(({ id, words }) => {
      const text = words.map((word) => wordXhtml(word, setting)).join('');
      return `<span id="${sentenceId(id)}">${text}</span>`;
    })
    .join('');
}

export function blockXhtml(block: Block, setting: BlockSetting): string {
  const text = (sentences: readonly Sentence[]): string => sentencesXhtml(sentences, setting);
  const plain = 'plain' in block && block.plain !== undefined ? plainXhtml(text(block.plain), setting) : '';
  switch (block.type) {
    case 'heading':
      return `<h${block.level}>${text(block.sentences)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${text(block.sentences)}</p>${plain}`;
    case 'quotation':
      return `<blockquote><p>${text(block.sentences)}</p></blockquote>${plain}`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      const items = block.items.map(({ sentences }) => `<li>${text(sentences)}</li>`).join('');
      return `<${tag}>${items}</${tag}>${plain}`;
    }
    case 'figure': {
      const caption = block.sentences.length > 0 ? `<figcaption>${text(block.sentences)}</figcaption>` : '';
      return `<figure>${pictureXhtml(block, setting.media)}${caption}</figure>`;
    }
  }
}

/** Always open: few reading apps can fold. */
const plainXhtml = (text: string, { label }: BlockSetting): string =>
  `<div class="plain"><p class="note">${label('浅白版')}</p><p>${text}</p></div>`;

export function pictureXhtml(
  { image, alt }: Pick<Extract<Block, { type: 'figure' }>, 'image' | 'alt'>,
  media: EpubMedia,
): string {
  const { width, height } = image;
  return `<img${attributes({ src: media.nameOf(image) ?? '', alt, width, height })}/>`;
}
