/** What each HTML element is to a reader of text. Works on documents without a window: no styles, no layout. */

const BLOCKS = new Set(
  (
    'address article aside body center dd details dialog dir div dl dt fieldset figcaption footer form header ' +
    'hgroup legend li main menu nav optgroup p search section summary caption tbody td tfoot th thead tr'
  ).split(' '),
);
/** Nothing in these is prose. */
const DROPPED = new Set(
  'script style template head title meta link base input select textarea button datalist rp rtc'.split(' '),
);
const MEDIA = new Set('audio video canvas iframe frame frameset embed applet'.split(' '));
const STRESSED = new Set(['b', 'strong', 'em', 'i']);
const HIDDEN_STYLE = /(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/iu;
const BOLD_STYLE = /font-weight\s*:\s*(?:bold|[6-9]00)/iu;
const NOT_BOLD_STYLE = /font-weight\s*:\s*(?:normal|[1-4]00)/iu;

export function nameOf(element: Element): string {
  return element.localName.toLowerCase();
}

export const isBlock = (name: string): boolean => BLOCKS.has(name);
export const isDropped = (name: string): boolean => DROPPED.has(name);
export const isMedia = (name: string): boolean => MEDIA.has(name);

export function isHidden(element: Element): boolean {
  return element.hasAttribute('hidden') || HIDDEN_STYLE.test(styleOf(element)) || isPageNumber(element);
}

/** Where the printed book turned its page: no part of the text. */
function isPageNumber(element: Element): boolean {
  return (
    element.getAttribute('role') === 'doc-pagebreak' ||
    /\bpagebreak\b/u.test(
      element.getAttribute('epub:type') ??
        element.getAttributeNS('http://www.idpf.org/2007/ops', 'type') ??
        '',
    )
  );
}

export function isStressed(element: Element): boolean {
  const style = styleOf(element);
  if (STRESSED.has(nameOf(element))) return !NOT_BOLD_STYLE.test(style);
  return nameOf(element) === 'span' && BOLD_STYLE.test(style);
}

/** `parse-html.ts` set it aside under this name. */
export function styleOf(element: Element): string {
  return element.getAttribute('data-style') ?? '';
}

export function headingLevel(name: string): number | null {
  const level = /^h([1-6])$/u.exec(name)?.[1];
  return level === undefined ? null : Number(level);
}

/** Word writes lists as paragraphs with a style: `mso-list:l0 level1 lfo1`. */
export function isWordListItem(element: Element): boolean {
  return nameOf(element) === 'p' && /mso-list\s*:\s*l\d/iu.test(styleOf(element));
}

/** The bullet or number Word puts in front of such an item, for programs that know no lists. */
export function isWordListMarker(element: Element): boolean {
  return /mso-list\s*:\s*ignore/iu.test(styleOf(element));
}

export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

export function isText(node: Node): node is Text {
  return node.nodeType === 3 || node.nodeType === 4;
}
