/** Whether a shelf elsewhere can be read as tablets read it: from another origin, in parts, and fresh. */
import { publicationsOf } from '../../core/shelf/catalogue.ts';
import { FeedSchema } from '../../core/shelf/feed.ts';
import { base64url } from 'jose';
import * as v from 'valibot';

const patienceMs = 10_000;

const sentences = {
  'not-there': (url: string) =>
    `在 ${url} 读不到 catalogue.jws：平板现在打不开书架。请检查 SAME_PAGE_SHELF_URL，存储桶要允许任何人读取。\n` +
    `catalogue.jws cannot be read at ${url}: tablets cannot open the shelf. Check SAME_PAGE_SHELF_URL; anybody must be allowed to read the bucket.`,
  'no-cors': (url: string) =>
    `${url} 没有允许别的网页读取（CORS），浏览器不会把书架交给应用。请按 src/hub/README.md 设置存储桶的 CORS。\n` +
    `${url} does not allow other pages to read it (CORS), so browsers keep the shelf from the app. Set the bucket's CORS as in src/hub/README.md.`,
  'no-ranges': (url: string) =>
    `${url} 不按范围（Range）给文件：视频不能拖动，断了的下载要从头来。请换一个支持 Range 的存储或 CDN。\n` +
    `${url} does not serve parts of files (Range): films cannot seek and downloads start over. Use a store or CDN that does.`,
  'kept-too-long': (url: string) =>
    `${url}catalogue.jws 会被缓存，新的一期可能迟迟到不了平板。请让 CDN 按源站的 no-cache 处理它。\n` +
    `${url}catalogue.jws is cached, so new issues may be late. Let the CDN obey the origin's no-cache for it.`,
} satisfies Record<string, (url: string) => string>;

export type PublicShelfFault = keyof typeof sentences;

export function publicShelfSentence(fault: PublicShelfFault, url: string): string {
  return sentences[fault](url);
}

/** @param url Ending in `/`. @param origin The app's, as a browser would send it. Empty where all is well. */
export async function checkPublicShelf(url: string, origin: string): Promise<readonly PublicShelfFault[]> {
  const ask = (href: string, headers: Record<string, string> = {}): Promise<Response | null> =>
    fetch(url + href, { headers: { origin, ...headers }, signal: AbortSignal.timeout(patienceMs) }).catch(
      () => null,
    );
  const catalogue = await ask('catalogue.jws');
  if (catalogue?.ok !== true) return ['not-there'];
  const faults: PublicShelfFault[] = [];
  if (!allows(catalogue, origin)) faults.push('no-cors');
  if (!/no-cache|no-store|max-age=0\b/u.test(catalogue.headers.get('cache-control') ?? ''))
    faults.push('kept-too-long');
  const blob = firstBlobOf(await catalogue.text());
  if (blob !== null) {
    const part = await ask(blob, { range: 'bytes=0-0' });
    if (part?.status !== 206 || (await part.arrayBuffer()).byteLength !== 1) faults.push('no-ranges');
    else if (!faults.includes('no-cors') && !allows(part, origin)) faults.push('no-cors');
  }
  return faults;
}

function allows(response: Response, origin: string): boolean {
  return ['*', origin].includes(response.headers.get('access-control-allow-origin') ?? '');
}

/** Any file to try; nothing here is trusted. */
function firstBlobOf(jws: string): string | null {
  try {
    const text = new TextDecoder().decode(base64url.decode(jws.split('.')[1] ?? ''));
    const { feed } = v.parse(v.object({ feed: FeedSchema }), JSON.parse(text));
    return publicationsOf(feed)[0]?.links[0].href ?? null;
  } catch {
    return null;
  }
}
