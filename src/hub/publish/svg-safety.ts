/**
 * Whether a drawing is only a drawing. Drawings are shown as images, where nothing in them runs, but a file of the shelf
 * can be opened by itself, so one that could run or fetch anything is refused rather than cleaned.
 */
const forbiddenElements =
  /<\s*(?:[^\s<>/:]+:)?(script|foreignObject|iframe|object|embed|audio|video|handler|listener|set|animate\w*)\b/iu;
const handler = /\son[a-z]+\s*=/iu;
/** What is looked at here is UTF-8; in another encoding, or with controls in between, the same bytes may say something else. */
const encoding = /<\?xml[^>]*\bencoding\s*=\s*["'](?!utf-8["'])/iu;
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/u;
const declaration = /<!(?:DOCTYPE|ENTITY)|<\?(?!xml\s)/iu;
const addresses = /(?:\b(?:xlink:)?href|\bsrc)\s*=\s*(?:"([^"]*)"|'([^']*)')/giu;
const styleAddress = /url\(\s*['"]?(?!#)|@import|javascript:/iu;

/** What is wrong with it, as found in the text, or null. */
export function svgFault(text: string): string | null {
  for (const pattern of [encoding, controls, forbiddenElements, handler, declaration, styleAddress]) {
    const found = pattern.exec(text);
    if (found !== null) return found[0].trim();
  }
  for (const [whole, double, single] of text.matchAll(addresses)) {
    if (!/^(?:#|data:image\/(?:png|jpeg|webp);base64,)/u.test((double ?? single ?? '').trim())) return whole;
  }
  return null;
}
