/** Pictures of a document. Where one lies outside, nothing is fetched and the person is told. */
import type { ImportedBlock } from '../imported/document.ts';
import { nameOf } from './node-kinds.ts';
import { cleanText } from './prose-buffer.ts';
import type { Reading } from './reading.ts';

type Figure = Extract<ImportedBlock, { type: 'figure' }>;

/** 「图片」, `image1.png`: what programs put where a description belongs. It describes nothing, so the person is asked. */
const NO_DESCRIPTION =
  /^(?:图片|圖片|图像|圖像|照片|插图|image|img|picture|photo|cover|封面)?[\s_-]*\d*(?:\.(?:png|jpe?g|gif|webp|bmp|svg))?$/iu;

/** Null for a picture that only counts readers or holds a place, and for one that lies outside. */
export function figureOf(image: Element, { findPicture, notices }: Reading): Figure | null {
  if (isTracker(image)) return null;
  const address = image.getAttribute('src') ?? addressOfDrawn(image) ?? '';
  const found = findPicture(address.trim());
  if (found === 'outside' || found === 'missing') {
    notices.add(found === 'outside' ? 'picture-outside' : 'picture-missing');
    return null;
  }
  return { type: 'figure', picture: found, alt: describedBy(image.getAttribute('alt') ?? ''), caption: null };
}

export function describedBy(written: string): string {
  const alt = cleanText(written).replaceAll(/\s+/gu, ' ').trim();
  return NO_DESCRIPTION.test(alt) || /\.(?:png|jpe?g|gif|webp|bmp)$/iu.test(alt) ? '' : alt;
}

/** A drawing that only wraps a picture, as covers of e-books do. */
export function imageOfDrawing(svg: Element): Element | null {
  const parts = [...svg.querySelectorAll('*')].filter(
    (part) => !['title', 'desc', 'g', 'defs'].includes(nameOf(part)),
  );
  const [only, ...others] = parts;
  return only !== undefined && others.length === 0 && nameOf(only) === 'image' ? only : null;
}

function addressOfDrawn(image: Element): string | null {
  return (
    image.getAttribute('href') ??
    image.getAttribute('xlink:href') ??
    image.getAttributeNS('http://www.w3.org/1999/xlink', 'href')
  );
}

function isTracker(image: Element): boolean {
  const side = (name: string): number => Number.parseInt(image.getAttribute(name) ?? '', 10);
  return side('width') <= 3 || side('height') <= 3;
}
