/** The pages a member can be on, in the starter's own addresses. */
import type { Page } from 'playwright-core';
import { sayIn, type Language, type Say } from './say.ts';

/** Settings of a member of silent-world who has been here before. */
export const SILENT = { club: 'silent-world', preset: 'standard' } as const;

export interface Place {
  readonly name: string;
  readonly path: string;
  /** Opens what lies over the page: a sheet, a card, a transcript. */
  readonly open?: (page: Page, say: Say) => Promise<void>;
}

interface CatalogueLike {
  readonly feed: { readonly groups: readonly { readonly publications?: readonly PublicationLike[] }[] };
}
interface PublicationLike {
  readonly links: readonly { readonly rel?: string | readonly string[]; readonly href: string }[];
}
interface ManifestLike {
  readonly metadata: { readonly identifier?: string };
  readonly readingOrder: readonly {
    readonly properties?: { readonly piece?: { readonly id: string; readonly kind: string } };
  }[];
}

/** Reads what the hub publishes, as any tablet would: one address of each kind of piece, both clubs. */
export async function piecesOnShelf(
  hub: string,
): Promise<readonly { readonly issue: string; readonly piece: string; readonly kind: string }[]> {
  const jws = await (await fetch(`${hub}/shelf/catalogue.jws`)).text();
  const payload: CatalogueLike = JSON.parse(
    Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString('utf8'),
  );
  const found: { issue: string; piece: string; kind: string }[] = [];
  for (const publication of payload.feed.groups.flatMap((group) => group.publications ?? [])) {
    const self = publication.links.find((link) => [link.rel].flat().includes('self'));
    if (!self) continue;
    const url = new URL(self.href, `${hub}/shelf/`);
    const manifest: ManifestLike = await (await fetch(url)).json();
    const issue = manifest.metadata.identifier?.split(':').at(-1) ?? '';
    for (const { properties } of manifest.readingOrder) {
      if (properties?.piece) found.push({ issue, piece: properties.piece.id, kind: properties.piece.kind });
    }
  }
  return found;
}

/** Every route of the app: the fixed ones and one of each kind of piece of a club's current month. */
export async function everyPlace(hub: string, club: string, month = '2026-11'): Promise<readonly Place[]> {
  const issue = `${month}-${club}`;
  const pieces = (await piecesOnShelf(hub)).filter((entry) => entry.issue === issue);
  const kinds = [...new Map(pieces.map((entry) => [entry.kind, entry])).values()];
  return [
    { name: 'home', path: '/' },
    { name: 'bookshelf', path: '/bookshelf' },
    { name: 'issue', path: `/issue/${issue}` },
    { name: 'words', path: '/words' },
    { name: 'display', path: '/display' },
    { name: 'storage', path: '/storage' },
    { name: 'not found', path: '/nowhere' },
    ...kinds.map((entry) => ({ name: entry.kind, path: `/read/${issue}/${entry.piece}` })),
  ];
}

/** What opens over a page, each as a place of its own. */
export async function everySheet(hub: string, club: string, month = '2026-11'): Promise<readonly Place[]> {
  const places = await everyPlace(hub, club, month);
  const at = (name: string): string => places.find((place) => place.name === name)?.path ?? '/';
  const sheet = (name: string, place: string, open: NonNullable<Place['open']>): Place => ({
    name: `${place}, ${name}`,
    path: at(place),
    open,
  });
  const press = async (page: Page, name: string): Promise<void> =>
    page.getByRole('button', { name, exact: true }).first().click();
  const more = async (page: Page, say: Say, then: string): Promise<void> => {
    await press(page, say('reader', 'more'));
    await page.getByRole('dialog').waitFor();
    await press(page, then);
  };
  return [
    sheet('display sheet', 'reading', (page, say) => press(page, say('reader', 'display'))),
    sheet('more sheet', 'reading', (page, say) => press(page, say('reader', 'more'))),
    sheet('keys', 'reading', (page, say) => more(page, say, say('reader', 'keyboard'))),
    sheet('kept sentences', 'reading', (page, say) => more(page, say, say('reader', 'notes.title'))),
    sheet('speed', 'reading', (page, say) =>
      page
        .getByRole('button', { name: say('player', 'speed.label') })
        .first()
        .click(),
    ),
    sheet('word card', 'reading', async (page) => {
      await page.locator('[data-term]').first().click();
      await page.getByRole('region').or(page.locator('aside, article')).first().waitFor();
    }),
    sheet('speed', 'film', (page, say) =>
      page
        .getByRole('button', { name: say('player', 'speed.label') })
        .first()
        .click(),
    ),
    // Upright the transcript is always there and has no button.
    sheet('transcript', 'film', async (page, say) => {
      const toggle = page.getByRole('button', { name: say('film', 'transcript.title'), exact: true }).first();
      if (await toggle.isVisible()) await toggle.click();
    }),
    sheet('next person', 'display', (page, say) => press(page, say('display', 'person.button'))),
    sheet('erase', 'display', (page, say) => press(page, say('display', 'everything.button'))),
  ];
}

/** Goes to a place as a member does: by its address, then by what is pressed there. */
export async function openPlace(page: Page, place: Place, language: Language): Promise<void> {
  await place.open?.(page, sayIn(language));
}

/** The studio's screens over a month on disk (`studio-month.ts`, with its film), and the page that opens a preview file. */
export function studioPlaces(issue: string, piece: string, film: string): readonly Place[] {
  const step = (name: string, of = piece): Place => ({
    name: `studio ${name}`,
    path: `/studio/${issue}/${of}/${name}`,
  });
  const press = async (page: Page, name: string): Promise<void> =>
    page.getByRole('button', { name, exact: true }).first().click();
  // Signed in part already: it goes on from there.
  const startButton = (page: Page, say: Say) =>
    page.getByRole('button', {
      name: new RegExp(say('studio-sign', 'setup.startOn').replace('{{number}}', '\\d+'), 'u'),
    });
  const recorder = async (page: Page, say: Say): Promise<void> => {
    await press(page, say('studio-sign', 'track.recordAgain'));
    await page.getByRole('heading', { name: say('studio-sign', 'setup.title') }).waitFor();
    await startButton(page, say).waitFor();
  };
  const sign = step('sign');
  return [
    { name: 'studio queue', path: '/studio' },
    { name: 'studio month', path: `/studio/${issue}` },
    { name: 'studio publish', path: `/studio/${issue}/publish` },
    ...['text', 'words', 'check', 'preview'].map((name) => step(name)),
    sign,
    { ...sign, name: 'studio sign, before recording', open: recorder },
    {
      ...sign,
      name: 'studio sign, recording',
      async open(page, say) {
        await recorder(page, say);
        await startButton(page, say).click();
        await page.getByRole('button', { name: say('studio-sign', 'record.pause') }).waitFor();
      },
    },
    {
      ...sign,
      name: 'studio sign, sentences marked',
      async open(page, say) {
        await press(page, say('studio-sign', 'track.adjust'));
        await page.getByRole('button', { name: say('studio-sign', 'mark.done') }).waitFor();
      },
    },
    step('captions', film),
    {
      ...step('captions', film),
      name: 'studio captions, one being changed',
      async open(page) {
        await page.locator('[data-cue="1"] button').first().click();
        await page.locator('[data-cue="1"] textarea').first().waitFor();
      },
    },
    { name: 'preview file', path: '/preview/file' },
  ];
}
