/**
 * What mammoth passes over although it is text: characters with a phonetic guide, fields, runs with a direction of their own, text
 * boxes without a fallback. The part's XML is rewritten so that it sees them. A phonetic guide becomes its characters between marks
 * that no text holds; `splitRuby` finds them again in what mammoth made.
 */
import { isElement } from '../html/node-kinds.ts';
import { parseXml } from '../html/parse-html.ts';

/** Non-characters: allowed in XML, in no text. */
const BASE = '\uFDD0';
const READING = '\uFDD1';
const END = '\uFDD2';

const byName = (root: Document | Element, name: string): Element[] =>
  [...root.getElementsByTagName('*')].filter((element) => element.localName === name);

/** Null when the part is no XML. */
export function mendDocumentXml(xml: string): string | null {
  const parsed = parseXml(xml);
  if (parsed === null) return null;
  for (const ruby of byName(parsed, 'ruby')) unwrapRuby(ruby);
  for (const name of ['fldSimple', 'bdo', 'dir']) for (const wrapper of byName(parsed, name)) unwrap(wrapper);
  for (const choice of byName(parsed, 'AlternateContent')) rescueTextBox(choice);
  return new XMLSerializer().serializeToString(parsed);
}

function unwrap(element: Element): void {
  element.replaceWith(...[...element.childNodes].filter((node) => !isProperties(node)));
}

const isProperties = (node: Node): boolean => isElement(node) && node.localName.endsWith('Pr');

function unwrapRuby(ruby: Element): void {
  const base = byName(ruby, 'rubyBase')[0];
  const reading = byName(ruby, 'rt')[0];
  const around = ruby.parentElement;
  if (base === undefined || around === null) return;
  const runs = [...base.childNodes];
  const above = byName(reading ?? ruby, 't')
    .filter((text) => reading?.contains(text) === true)
    .map((text) => text.textContent ?? '')
    .join('');
  const parts = [textRun(ruby, BASE), ...runs, textRun(ruby, `${READING}${above}${END}`)];
  // Word puts the guide inside a run; runs in a run are text to nobody, so it is cut in two around it.
  if (around.localName === 'r') {
    const after = around.cloneNode(false);
    let next = ruby.nextSibling;
    while (next !== null) {
      const following: ChildNode | null = next.nextSibling;
      after.appendChild(next);
      next = following;
    }
    ruby.remove();
    around.after(...parts, after);
  } else ruby.replaceWith(...parts);
}

function textRun(like: Element, text: string): Element {
  const make = (name: string): Element =>
    like.ownerDocument.createElementNS(
      like.namespaceURI,
      like.prefix === null ? name : `${like.prefix}:${name}`,
    );
  const run = make('r');
  const inner = make('t');
  inner.setAttributeNS('http://www.w3.org/XML/1998/namespace', 'xml:space', 'preserve');
  inner.textContent = text;
  run.append(inner);
  return run;
}

/** mammoth reads the fallback only; where it has no text, the box's paragraphs follow the one it hangs on. */
function rescueTextBox(alternate: Element): void {
  const [choice, fallback] = ['Choice', 'Fallback'].map((name) =>
    [...alternate.children].find((child) => child.localName === name),
  );
  if (choice === undefined || (fallback !== undefined && byName(fallback, 'txbxContent').length > 0)) return;
  const paragraphs = byName(choice, 'txbxContent').flatMap((box) => [...box.childNodes]);
  if (paragraphs.length > 0) closest(alternate, 'p')?.after(...paragraphs);
}

function closest(element: Element, name: string): Element | null {
  for (let up = element.parentElement; up !== null; up = up.parentElement)
    if (up.localName === name) return up;
  return null;
}

/** mammoth's HTML with the marks turned into ruby. */
export function restoreRuby(html: string): string {
  return html
    .replaceAll(
      new RegExp(`${BASE}([^${BASE}${READING}${END}]*)${READING}([^${END}]*)${END}`, 'gu'),
      '<ruby>$1<rt>$2</rt></ruby>',
    )
    .replaceAll(new RegExp(`[${BASE}${READING}${END}]`, 'gu'), '');
}
