/**
 * What a reading address is sent besides the app's shell: its code as `Link: rel=preload`, and its catalogue, manifest and
 * reading inside the page, or hinted at as well where the shelf lies elsewhere. Everything then travels with the page instead of
 * after each other.
 */
import type { PieceKind } from '../../core/reading/model.ts';
import { routeFiles, type RouteFiles } from './build-graph.ts';
import type { PageExtras } from './app-routes.ts';
import { shelfAhead } from './shelf-ahead.ts';
import type { ShelfIndex } from './shelf-index.ts';
import { soon } from '../store/soon.ts';

const readingAddress = /^\/read\/(?<issue>[a-z0-9-]+)\/(?<piece>[a-z0-9-]+)\/?$/u;
/** Groups (app/build/chunk-groups.ts) and modules with a file of their own. */
const pieceFiles: Readonly<Record<PieceKind, readonly string[]>> = {
  reading: ['reading'],
  film: ['/pieces/film/FilmPiece.tsx', 'captions'],
  recitation: ['/pieces/recitation/RecitationPiece.tsx'],
  gallery: ['/pieces/gallery/GalleryPiece.tsx'],
};

/** What a question to the shelf may take of a page's time, where the shelf is far away or does not answer. */
export const hintMs = 1_000;

const nothing = { link: '', ahead: '' };

interface ReadingExtras {
  readonly index: ShelfIndex;
  /** Absolute: the tree on this disk. */
  readonly shelfRoot: string;
  /** With a trailing `/`. */
  readonly shelfUrl: string;
  /** The text of vite's manifest, or null without one. */
  readonly buildManifest: string | null;
}

export function readingExtras({ index, shelfRoot, shelfUrl, buildManifest }: ReadingExtras): PageExtras {
  const isHere = shelfUrl.startsWith('/');
  const codeFor = (kind: PieceKind): RouteFiles => {
    if (buildManifest === null) return { first: [], scripts: [], styles: [] };
    return routeFiles(buildManifest, ['shelf', 'player', ...pieceFiles[kind]]);
  };
  return async (pathname) => {
    const { issue, piece } = readingAddress.exec(pathname)?.groups ?? {};
    if (issue === undefined || piece === undefined) return nothing;
    // A hint is never worth an error page: a shelf that cannot be read is the app's to explain.
    const found = await soon(index.find(issue, piece), shelfUrl, hintMs).catch(() => null);
    if (found === null) return nothing;
    const { first, scripts, styles } = codeFor(found.kind);
    const ahead = isHere ? await shelfAhead(shelfRoot, found.files, shelfUrl).catch(() => '') : '';
    const asked = ahead === '' ? found.files : [];
    // A browser asks for six at a time: what runs longest first, then what is verified while the rest arrives.
    const link = [
      ...first.map(asModule),
      ...asked.map((href) => `<${shelfUrl}${href}>; rel=preload; as=fetch; crossorigin`),
      ...scripts.map(asModule),
      ...styles.map((file) => `</${file}>; rel=preload; as=style; crossorigin`),
    ].join(', ');
    return { link, ahead };
  };
}

const asModule = (file: string): string => `</${file}>; rel=modulepreload`;
