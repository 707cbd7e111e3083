/** What the clipboard holds, as it was at the moment of pasting (afterwards it is not there any more). */
import type { ImportedDocument, ImportedPicture } from '../../../../authoring/imported/document.ts';

export interface Clip {
  readonly html: string;
  readonly text: string;
  readonly pictures: readonly ImportedPicture[];
}

export function clipOf(data: DataTransfer | null): Clip {
  return {
    html: data?.getData('text/html') ?? '',
    text: data?.getData('text/plain') ?? '',
    pictures: [...(data?.files ?? [])]
      .filter(({ type }) => type.startsWith('image/'))
      .map((file) => ({ name: file.name, bytes: file })),
  };
}

/** A few words from anywhere: the field takes them as it always does. */
export function isPlainInsert({ html, text, pictures }: Clip): boolean {
  const hasShape = /<(?:p|div|li|h[1-6]|table|br|img|section|blockquote|ruby)[\s>/]/iu.test(html);
  return text !== '' && !/[\r\n]/u.test(text) && !hasShape && (pictures.length === 0 || html === '');
}

/** Blocks of what was pasted. Pictures in the clipboard count where the page's own lie on the network. */
export async function readClip({ html, text, pictures }: Clip): Promise<ImportedDocument> {
  const figures = pictures.map((picture) => ({ type: 'figure', picture, alt: '', caption: null }) as const);
  if (html !== '' && /\p{L}|<img/iu.test(html)) {
    const { readHtmlText } = await import('../../../../authoring/html/parse-html.ts');
    const read = readHtmlText(html);
    if (read.blocks.length > 0 || read.title !== null) {
      const heading =
        read.title === null
          ? []
          : [{ type: 'heading', level: 2, prose: { text: read.title, marks: [], emphasis: [] } } as const];
      return { ...read, title: null, blocks: [...heading, ...read.blocks] };
    }
  }
  if (text.trim() !== '') {
    const { readPlainText } = await import('../../../../authoring/txt.ts');
    return readPlainText(text);
  }
  return { title: null, author: null, blocks: figures, notices: [] };
}
