/** Reading apps that are not ours: they subscribe to `opds.json`, read the plain pages, and fetch the book. Nothing of ours helps them. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { chromium, type Browser } from 'playwright-core';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FLAGS } from '../support/browser.ts';
import { axeViolations, clippedContent } from '../support/page-rules.ts';
import { findChromium } from '../tools/chromium.mjs';

interface Link {
  readonly rel?: string;
  readonly href: string;
  readonly type: string;
  readonly alternate?: readonly Link[];
}
interface Publication {
  readonly metadata: { readonly title: string };
  readonly links: readonly Link[];
  readonly images: readonly Link[];
}
interface Feed {
  readonly groups: readonly { readonly publications: readonly Publication[] }[];
}
interface Manifest {
  readonly readingOrder: readonly Link[];
}

const hub = inject('hubUrl');
const feedUrl = `${hub}/shelf/opds.json`;
const json = async <T>(url: string): Promise<T> => (await fetch(url)).json();
const publications = async (): Promise<Publication[]> =>
  (await json<Feed>(feedUrl)).groups.flatMap((group) => group.publications);
const acquisition = 'http://opds-spec.org/acquisition/open-access';

const manifestUrl = ({ links }: Publication): string =>
  new URL(links.find(({ rel }) => rel === 'self')?.href ?? '', feedUrl).href;

describe('the feed', () => {
  it('offers every issue as a book, with a picture any app can show', async () => {
    const all = await publications();
    expect(all.length).toBeGreaterThanOrEqual(6);
    for (const { metadata, links, images } of all) {
      const book = links.find(({ rel, type }) => rel === acquisition && type === 'application/epub+zip');
      const response = await fetch(new URL(book?.href ?? '', feedUrl));
      expect([metadata.title, response.headers.get('content-type')]).toEqual([
        metadata.title,
        'application/epub+zip',
      ]);
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(bytes.subarray(30, 58).toString('latin1')).toBe('mimetypeapplication/epub+zip');
      const bitmap = images.find(({ type }) => /^image\/(?:png|jpeg|webp)$/u.test(type));
      expect((await fetch(new URL(bitmap?.href ?? '', feedUrl))).headers.get('content-type')).toBe(
        bitmap?.type,
      );
    }
  });

  it('may be read by a page of another origin, as reading apps on the web do', async () => {
    expect((await fetch(feedUrl)).headers.get('access-control-allow-origin')).toBe('*');
  });
});

const schemas = path.resolve('../shared/data/schemas');
const hasSchemas = existsSync(schemas);
if (!hasSchemas) console.warn(`SKIPPED: the Readium and OPDS schemas are not in ${schemas}`);

describe.skipIf(!hasSchemas)(
  'by the schemas of those who defined the formats, everything on the running shelf',
  () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats(ajv);
    beforeAll(() => {
      for (const name of readdirSync(schemas, { recursive: true, encoding: 'utf8' }))
        if (name.endsWith('.schema.json'))
          // The guided document schema has a trailing comma upstream.
          ajv.addSchema(
            JSON.parse(readFileSync(path.join(schemas, name), 'utf8').replace(/,(\s*[}\]])/gu, '$1')),
          );
    });
    const faults = (id: string, document: unknown): unknown => {
      const validate = ajv.getSchema(id);
      if (validate === undefined) throw new Error(`no schema ${id}`);
      return validate(document) ? [] : validate.errors;
    };

    it('feed, manifests and guided documents are valid', async () => {
      expect(faults('https://drafts.opds.io/schema/feed.schema.json', await json(feedUrl))).toEqual([]);
      let guided = 0;
      for (const publication of await publications()) {
        const url = manifestUrl(publication);
        const manifest = await json<Manifest>(url);
        expect(
          faults('https://readium.org/webpub-manifest/schema/publication.schema.json', manifest),
        ).toEqual([]);
        const links = manifest.readingOrder.flatMap(({ alternate = [] }) => alternate);
        for (const { href } of links.filter(({ type }) => type === 'application/guided-navigation+json')) {
          const document = await json(new URL(href, url).href);
          expect(
            faults('https://readium.org/guided-navigation/schema/document.schema.json', document),
          ).toEqual([]);
          guided += 1;
        }
      }
      expect(guided).toBeGreaterThan(5);
    });
  },
);

/** Addresses of all pieces' pages. */
async function plainPages(): Promise<string[]> {
  const pages: string[] = [];
  for (const publication of await publications()) {
    const url = manifestUrl(publication);
    const { readingOrder } = await json<Manifest>(url);
    pages.push(...readingOrder.map(({ href }) => new URL(href, url).href));
  }
  return pages;
}

describe('the plain pages, without script', () => {
  let browser: Browser;
  let pages: string[];
  beforeAll(async () => {
    const executablePath = findChromium();
    if (executablePath === null) throw new Error('No Chrome or Chromium found');
    browser = await chromium.launch({ executablePath, args: [...FLAGS] });
    pages = await plainPages();
  });
  afterAll(() => browser.close());

  it('can be read with scripts switched off, every piece, and show every picture', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    expect(pages.length).toBeGreaterThan(10);
    for (const address of pages) {
      await page.goto(address);
      const seen = {
        address,
        titles: await page.locator('h1').count(),
        hasSentences: (await page.locator('main span[id]').count()) > 0,
        scripts: await page.locator('script').count(),
        missingPictures: await page.locator('img').evaluateAll(missing),
      };
      expect(seen).toEqual({ address, titles: 1, hasSentences: true, scripts: 0, missingPictures: 0 });
    }
    await context.close();
  });

  it('axe finds nothing on every second one, at the width of a telephone', async () => {
    // axe is the test's own and comes past the pages' policy, which lets nothing run.
    const context = await browser.newContext({ bypassCSP: true, viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    for (const address of pages.filter((_, index) => index % 2 === 0)) {
      await page.goto(address, { waitUntil: 'domcontentloaded' });
      const seen = { address, axe: await axeViolations(page), clipped: await clippedContent(page) };
      expect(seen).toEqual({ address, axe: [], clipped: [] });
    }
    await context.close();
  });
});

const missing = (images: Element[]): number =>
  images.filter((image) => image instanceof HTMLImageElement && image.naturalWidth === 0).length;
