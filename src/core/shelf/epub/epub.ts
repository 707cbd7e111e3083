/**
 * An issue as an EPUB 3 for reading apps that are not ours: text with ruby and a glossary, pictures, recitations read along, films and
 * signing with captions and sentence times. Derived at release and never edited; no tablet of ours fetches it. The same issue gives the
 * same bytes: no clock, no chance.
 */
import { epubType } from '../feed.ts';
import { claimsOf } from './claims.ts';
import { chooseMedia, type EpubMedia } from './media.ts';
import { overlayOf, type Overlay } from './overlay.ts';
import { packageDocument, type PackageItem } from './package.ts';
import { glossaryPage, navPage, pieceName, piecePage, titlePage } from './pages.ts';
import type { EpubFile, EpubPiece, EpubSource } from './source.ts';
import { epubStyle } from './style.ts';
import { cueTrackFile } from './tracks.ts';

const container =
  '<?xml version="1.0" encoding="UTF-8"?>\n' +
  '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>' +
  '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n';

const xhtml = 'application/xhtml+xml';

interface BookPage {
  readonly item: PackageItem;
  readonly files: readonly EpubFile[];
  readonly overlay: Overlay | null;
}

/** Every file in the order it stands in the archive; `mimetype` first, as OCF 4.2 wants it. */
export function epubFiles(source: EpubSource): EpubFile[] {
  const media = chooseMedia(source);
  const pages = source.pieces.map((piece, index) => bookPage(index + 1, piece, source, media));
  const overlays = pages.flatMap(({ overlay }) => (overlay === null ? [] : [overlay]));
  const hasGlossary = source.terms.length > 0;
  const texts: readonly EpubFile[] = [
    { name: 'title.xhtml', text: titlePage(source, media) },
    { name: 'nav.xhtml', text: navPage(source) },
    ...pages.flatMap(({ files }) => files),
    ...(hasGlossary ? [{ name: 'glossary.xhtml', text: glossaryPage(source, media) }] : []),
    { name: 'style.css', text: epubStyle },
  ];
  const blobs = [...media.all].map(([name, blob]): EpubFile => ({ name, blob }));
  const packaged = packageDocument({
    source,
    items: itemsOf(pages, hasGlossary, media, source),
    languages: languagesIn(source, media),
    narrators: [...new Set(overlays.map(({ narrator }) => narrator))],
    claims: claimsOf(source, media, overlays.length > 0),
  });
  const inBook = [{ name: 'package.opf', text: packaged }, ...texts, ...blobs];
  return [
    { name: 'mimetype', text: epubType },
    { name: 'META-INF/container.xml', text: container },
    ...inBook.map((file) => ({ ...file, name: `EPUB/${file.name}` })),
  ];
}

function bookPage(number: number, piece: EpubPiece, source: EpubSource, media: EpubMedia): BookPage {
  const name = pieceName(number, piece);
  const overlay = overlayOf(name, piece, media);
  const overlayName = name.replace(/xhtml$/u, 'smil');
  const played = piece.tracks.filter((track) => media.nameOf(track.media) !== null);
  return {
    overlay,
    item: {
      name,
      type: xhtml,
      isRead: true,
      ...(overlay !== null && { overlay: { name: overlayName, durationMs: overlay.durationMs } }),
    },
    files: [
      { name, text: piecePage(number, piece, source, media) },
      ...(overlay === null ? [] : [{ name: overlayName, text: overlay.text }]),
      ...played.map((track) => cueTrackFile(number, track)),
    ],
  };
}

function itemsOf(
  pages: readonly BookPage[],
  hasGlossary: boolean,
  media: EpubMedia,
  { cover }: EpubSource,
): PackageItem[] {
  const coverName = media.nameOf(cover.bitmap);
  return [
    { name: 'title.xhtml', type: xhtml, isRead: true },
    { name: 'nav.xhtml', type: xhtml, isRead: true, properties: 'nav' },
    ...pages.map(({ item }) => item),
    ...(hasGlossary ? [{ name: 'glossary.xhtml', type: xhtml, isRead: true } as const] : []),
    ...pages.flatMap(({ files }) => files.flatMap(extraItem)),
    { name: 'style.css', type: 'text/css' },
    ...[...media.all].map(([name, { type }]): PackageItem =>
      name === coverName ? { name, type, properties: 'cover-image' } : { name, type },
    ),
  ];
}

function extraItem({ name }: EpubFile): PackageItem[] {
  if (name.endsWith('.smil')) return [{ name, type: 'application/smil+xml' }];
  return name.endsWith('.vtt') ? [{ name, type: 'text/vtt' }] : [];
}

/** Of the texts, and a sign language only where a real signer signs it in this file. */
function languagesIn({ pieces }: EpubSource, media: EpubMedia): string[] {
  const languages = pieces.flatMap(({ reading, tracks }) => [
    reading.language,
    ...tracks
      .filter((track) => !track.placeholder && media.nameOf(track.media) !== null)
      .map(({ language }) => language),
  ]);
  return [...new Set(languages)];
}
