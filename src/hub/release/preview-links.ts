/** Links to drafts: a random token nobody can guess, of which the hub keeps only the hash. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { PreviewLinkSchema, type PreviewLink } from '../../core/release/preview-link.ts';
import { durableWrite } from '../store/durable-write.ts';

export interface PreviewLinks {
  make(facts: Pick<PreviewLink, 'issue' | 'club' | 'by'>, days: number): Promise<MadeLink>;
  /** Those that still open, newest first. */
  of(issue: string): Promise<readonly PreviewLink[]>;
  /** Null for a token that opens nothing, or nothing any more. */
  open(token: string): Promise<PreviewLink | null>;
  /** Null where there is no such link of this issue. */
  revoke(issue: string, id: string): Promise<PreviewLink | null>;
}
interface MadeLink {
  readonly link: PreviewLink;
  readonly token: string;
}

const tokenBytes = 32;
const dayMs = 86_400_000;

/**
 * @param folder Absolute: `<data>/releases/previews`. A link's file is named by the hash of its token.
 * @param temporary A folder on the same file system.
 */
export function previewLinks(folder: string, temporary: string, nowMs: () => number): PreviewLinks {
  const fileOf = (hash: string): string => path.join(folder, `${hash}.json`);

  async function readLink(hash: string): Promise<PreviewLink | null> {
    const text = await readFile(fileOf(hash), 'utf8').catch(() => '');
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), PreviewLinkSchema), text);
    if (!parsed.success) return null;
    if (Date.parse(parsed.output.until) > nowMs()) return parsed.output;
    await rm(fileOf(hash), { force: true });
    return null;
  }

  async function all(): Promise<readonly (readonly [hash: string, link: PreviewLink])[]> {
    const names = await readdir(folder).catch(() => []);
    const hashes = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5));
    const links = await Promise.all(
      hashes.map(async (hash) => {
        const link = await readLink(hash);
        return link === null ? [] : [[hash, link] as const];
      }),
    );
    return links.flat().sort(([, a], [, b]) => (a.madeAt < b.madeAt ? 1 : -1));
  }

  return {
    async make(facts, days) {
      const token = randomBytes(tokenBytes).toString('base64url');
      const link: PreviewLink = {
        id: randomUUID(),
        ...facts,
        madeAt: new Date(nowMs()).toISOString(),
        until: new Date(nowMs() + days * dayMs).toISOString(),
      };
      await durableWrite(fileOf(hashOf(token)), temporary, (file) => file.writeFile(JSON.stringify(link)));
      return { link, token };
    },
    of: async (issue) => (await all()).flatMap(([, link]) => (link.issue === issue ? [link] : [])),
    open: (token) => readLink(hashOf(token)),
    async revoke(issue, id) {
      const found = (await all()).find(([, link]) => link.issue === issue && link.id === id);
      if (found === undefined) return null;
      await rm(fileOf(found[0]), { force: true });
      return found[1];
    },
  };
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
