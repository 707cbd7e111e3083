/** The pages a member can be on, in the starter's own addresses. */
export const SILENT = { club: 'silent-world', preset: 'standard' } as const;
export const SISTERS = { club: 'new-sisters', preset: 'standard' } as const;

export interface Place {
  readonly name: string;
  readonly path: string;
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
    readonly properties?: { readonly id?: string; readonly kind?: string };
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
    for (const link of manifest.readingOrder) {
      found.push({ issue, piece: link.properties?.id ?? '', kind: link.properties?.kind ?? '' });
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
    { name: 'not found', path: '/nowhere' },
    ...kinds.map((entry) => ({ name: entry.kind, path: `/read/${issue}/${entry.piece}` })),
  ];
}
