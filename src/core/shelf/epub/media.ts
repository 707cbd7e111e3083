/**
 * Which sound and video go into the book. EPUB 3 lets video stay outside, but only at an address, and a shelf has none of its own:
 * it is the same tree on a hub, in a bucket and on a stick. So a video is in the file or it is not there, and then the page says so.
 */
import type { BlobRef } from '../../reading/model.ts';
import type { EpubPiece, EpubSource } from './source.ts';

const MiB = 1024 * 1024;
/** Four and a half minutes of signing at 2 Mbit/s. Beyond it reading apps that unpack a book into memory give up. */
export const largestVideoBytes = 64 * MiB;
/** What a phone still opens, and the largest attachment many a library takes. */
export const allVideosBytes = 256 * MiB;

/** EPUB 3.3, 3.2: the sound every reading system plays. */
const coreAudio = new Set(['audio/mpeg', 'audio/mp4', 'audio/ogg']);

export interface EpubMedia {
  /** Its name in the book, or null for one left out. */
  nameOf(ref: BlobRef): string | null;
  /** Every blob of the book once, with its name. */
  readonly all: ReadonlyMap<string, BlobRef>;
}

export function chooseMedia({ cover, pieces, terms }: EpubSource): EpubMedia {
  const all = new Map<string, BlobRef>();
  let videoBytes = 0;
  const take = (ref: BlobRef): void => {
    const name = nameInBook(ref);
    if (all.has(name) || !isPlayable(ref)) return;
    if (isVideo(ref)) {
      if (ref.size > largestVideoBytes || videoBytes + ref.size > allVideosBytes) return;
      videoBytes += ref.size;
    }
    all.set(name, ref);
  };
  take(cover.bitmap);
  pieces.flatMap(filesOf).forEach(take);
  for (const { picture, sign, audio } of terms)
    [picture?.image, sign?.media, audio?.media].forEach((ref) => ref !== undefined && take(ref));
  return {
    all,
    nameOf: (ref) => (all.has(nameInBook(ref)) ? nameInBook(ref) : null),
  };
}

/** Pictures first: what a text needs is never crowded out. */
function filesOf({ reading, tracks, captions }: EpubPiece): BlobRef[] {
  const pictures = reading.blocks.flatMap((block) => (block.type === 'figure' ? [block.image] : []));
  return [...pictures, ...captions.map(({ file }) => file), ...tracks.map(({ media }) => media)];
}

const isVideo = ({ type }: BlobRef): boolean => type.startsWith('video/');
const isPlayable = ({ type }: BlobRef): boolean => !type.startsWith('audio/') || coreAudio.has(type);

/** Half of the hash is enough to tell the files of one book apart, and short enough for every unzip program. */
function nameInBook({ sha256, href }: BlobRef): string {
  return `media/${sha256.slice(0, 32)}.${href.slice(href.lastIndexOf('.') + 1)}`;
}
