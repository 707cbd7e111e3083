/**
 * Blocks of a reading as HTML: sentences are anchors, words carry ruby, terms lead to their card. The page's own anchors
 * contain a colon, which no sentence id does.
 */
import { textOf, type BlobRef, type Block, type Sentence, type Term, type Word } from '../reading/model.ts';
import { hrefFromBlob } from './blob-href.ts';
import { attributes, escapeHtml } from './html-text.ts';

/** Words of the page itself, in Chinese: set `lang` where the text is in another language. */
export type Label = (text: string) => string;

function wordHtml(word: Word): string {
  const text = escapeHtml(word.text);
  const read =
    word.pinyin === undefined
      ? text
      : `<ruby>${text}<rp>（</rp><rt lang="zh-Latn">${escapeHtml(word.pinyin)}</rt><rp>）</rp></ruby>`;
  const stressed = word.emphasis ? `<em>${read}</em>` : read;
  return word.term === undefined ? stressed : `<a href="#term:${word.term}">${stressed}</a>`;
}

function sentenceHtml(sentence: Sentence): string {
  return `<span id="${sentence.id}">${sentence.words.map(wordHtml).join('')}</span>`;
}

const sentencesHtml = (sentences: readonly Sentence[]): string => sentences.map(sentenceHtml).join('');

function plainHtml(plain: readonly Sentence[] | undefined, label: Label): string {
  if (plain === undefined) return '';
  return `<details><summary>${label('浅白版')}</summary><p>${sentencesHtml(plain)}</p></details>`;
}

export function imageHtml(image: BlobRef, alt: string): string {
  const { width, height } = image;
  return `<img${attributes({ src: hrefFromBlob(image.href), alt, width, height })}>`;
}

export function blockHtml(block: Block, label: Label): string {
  switch (block.type) {
    case 'heading':
      return `<h${block.level}>${sentencesHtml(block.sentences)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${sentencesHtml(block.sentences)}</p>${plainHtml(block.plain, label)}`;
    case 'quotation':
      return `<blockquote><p>${sentencesHtml(block.sentences)}</p></blockquote>${plainHtml(block.plain, label)}`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      const items = block.items.map((item) => `<li>${sentencesHtml(item.sentences)}</li>`).join('');
      return `<${tag}>${items}</${tag}>${plainHtml(block.plain, label)}`;
    }
    case 'figure': {
      const caption =
        block.sentences.length > 0 ? `<figcaption>${sentencesHtml(block.sentences)}</figcaption>` : '';
      return `<figure>${imageHtml(block.image, block.alt)}${caption}</figure>`;
    }
  }
}

export function termHtml(term: Term): string {
  const picture = term.picture === undefined ? '' : imageHtml(term.picture.image, term.picture.alt);
  const example = term.example === undefined ? '' : `<p>${escapeHtml(term.example)}</p>`;
  return (
    `<dt id="term:${term.id}"><dfn>${escapeHtml(term.word)}</dfn> <span lang="zh-Latn">${escapeHtml(term.pinyin)}</span></dt>` +
    `<dd><p>${escapeHtml(term.explanation)}</p>${example}${picture}</dd>`
  );
}

/** One line of a reading, for a page's description. */
export function firstLine(blocks: readonly Block[]): string {
  const first = blocks.find((block) => block.type === 'paragraph');
  return first?.type === 'paragraph' ? first.sentences.map(textOf).join('') : '';
}
