/** Covers as files: a drawn one, or a picture someone brought, cut to the cover's shape and without whatever else was in its file. */
import type { Attachment, DraftIssue } from '../../../authoring/draft/model.ts';
import type { Attachments } from '../shared/desk.ts';
import { COVER_SIZE, coverSvg, type CoverTemplate } from './cover-templates.ts';

type CoverFiles = Pick<DraftIssue['cover'], 'drawing' | 'bitmap'>;

/** For other reading apps: large enough to be seen, in ink on paper. */
const SCALE = 2;
const INK = '#221d17';
const PAPER = '#f8f3e8';

export async function drawnCover(template: CoverTemplate, attachments: Attachments): Promise<CoverFiles> {
  const svg = new Blob([coverSvg(template)], { type: 'image/svg+xml' });
  const bitmap = await paint(
    await loadPicture(new Blob([coverSvg(template, INK)], { type: 'image/svg+xml' })),
  );
  const [drawing, picture] = await Promise.all([
    add(attachments, svg, 'cover.svg', 1),
    add(attachments, bitmap, 'cover.png', SCALE),
  ]);
  return { drawing, bitmap: picture };
}

/** @throws Error when the browser cannot read it as a picture. */
export async function broughtCover(file: Blob, attachments: Attachments): Promise<CoverFiles> {
  const picture = await add(attachments, await paint(await loadPicture(file)), 'cover.png', SCALE);
  return { drawing: picture, bitmap: picture };
}

function add(attachments: Attachments, file: Blob, name: string, scale: number): Promise<Attachment> {
  const { width, height } = COVER_SIZE;
  return attachments.add(file, { name, type: file.type, width: width * scale, height: height * scale });
}

async function loadPicture(file: Blob): Promise<HTMLImageElement> {
  const image = new Image();
  const url = URL.createObjectURL(file);
  try {
    image.src = url;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** As large as the cover, the middle of the picture: painting it anew leaves place, camera and people's names behind. */
async function paint(image: HTMLImageElement): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = COVER_SIZE.width * SCALE;
  canvas.height = COVER_SIZE.height * SCALE;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas to paint on');
  context.fillStyle = PAPER;
  context.fillRect(0, 0, canvas.width, canvas.height);
  const { naturalWidth: width, naturalHeight: height } = image;
  const scale = Math.max(canvas.width / width, canvas.height / height);
  const [w, h] = [width * scale, height * scale];
  context.drawImage(image, (canvas.width - w) / 2, (canvas.height - h) / 2, w, h);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be painted'))),
      'image/png',
    );
  });
}
