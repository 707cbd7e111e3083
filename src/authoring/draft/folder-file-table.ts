/** The files of an issue folder while it is made, each name once. */
import type { Attachment } from './model.ts';

export interface FileTable {
  readonly texts: Map<string, string>;
  readonly attachments: Map<string, Attachment>;
  json(path: string, value: object): void;
  /** The path again. */
  text(path: string, text: string): string;
  /** The path with the extension of what it is. An attachment stands in one place, however often it is named. */
  file(path: string, attachment: Attachment): string;
  /** Where an attachment stands; undefined where nothing has named it. */
  placeOf(id: string): string | undefined;
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
  'video/mp4': 'mp4',
  'audio/mp4': 'm4a',
  'audio/mpeg': 'mp3',
};

export function fileTable(): FileTable {
  const texts = new Map<string, string>();
  const attachments = new Map<string, Attachment>();
  const places = new Map<string, string>();
  return {
    texts,
    attachments,
    placeOf: (id) => places.get(id),
    json: (path, value) => void texts.set(path, `${JSON.stringify(value, null, 2)}\n`),
    text(path, text) {
      texts.set(path, text);
      return path;
    },
    file(path, attachment) {
      const known = places.get(attachment.id);
      if (known !== undefined) return known;
      const extension = EXTENSIONS[attachment.type];
      if (extension === undefined)
        throw new Error(`${attachment.name} is ${attachment.type}, which no tablet plays`);
      const place = free(`${path}.${extension}`, attachments);
      places.set(attachment.id, place);
      attachments.set(place, attachment);
      return place;
    },
  };
}

/** `media/01.png`, else `media/01-2.png`. */
function free(path: string, taken: ReadonlyMap<string, Attachment>): string {
  const dot = path.lastIndexOf('.');
  for (let number = 1; ; number++) {
    const name = number === 1 ? path : `${path.slice(0, dot)}-${number}${path.slice(dot)}`;
    if (!taken.has(name)) return name;
  }
}
