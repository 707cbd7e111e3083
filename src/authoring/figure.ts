/** A picture alone in its paragraph: `![what it shows](media/x.webp "caption")`. */
import { checkPath } from './folder-path.ts';
import type { InlineNode, Place } from './inline.ts';
import type { BlockDraft } from './markdown.ts';
import { problem } from './problem-text.ts';
import type { Prose } from './prose.ts';

type FigureDraft = Extract<BlockDraft, { type: 'figure' }>;

/** Null for a picture of the network, which cannot be shown at all. */
export function readFigure(
  image: Extract<InlineNode, { type: 'image' }>,
  line: number,
  place: Place,
): FigureDraft | null {
  const at = { file: place.file, line };
  if (/^[a-z][a-z0-9+.-]*:|^\/\//iu.test(image.url)) {
    place.report(problem('picture-remote', at, { url: image.url.slice(0, 80) }));
    return null;
  }
  const path = decodePath(image.url);
  if (!checkPath(path)) place.report(problem('path-unsafe', at, { path }));
  const alt = image.alt?.trim() ?? '';
  if (alt === '') place.report(problem('figure-alt', at, { path }));
  const caption = image.title?.trim() ?? '';
  return {
    type: 'figure',
    image: path,
    alt,
    caption: caption === '' ? null : readCaption(caption),
    line,
  };
}

/** `a%20b.png` is how some editors write a space. */
function decodePath(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** A caption is plain text: a title has no inline grammar of its own, so only word marks are understood in it. */
function readCaption(caption: string): Prose {
  let text = '';
  let from = 0;
  const marks: Prose['marks'][number][] = [];
  for (const match of caption.matchAll(/\{([^{}|｜]+)(?:[|｜]([^{}|｜]+))?\}/gu)) {
    text += caption.slice(from, match.index);
    const word = match[1] ?? '';
    const pinyin = match[2]?.trim();
    marks.push({
      start: text.length,
      end: text.length + word.length,
      ...(pinyin === undefined ? {} : { pinyin }),
    });
    text += word;
    from = match.index + match[0].length;
  }
  return { text: text + caption.slice(from), marks, emphasis: [] };
}
