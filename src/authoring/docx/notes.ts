/**
 * Footnotes and endnotes as text where they are needed: the mark in the text becomes ①, and the note follows as a paragraph of
 * its own directly after the block, so that nobody has to look for it at the end.
 */

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

function markOf(number: number): string {
  return [...CIRCLED][number - 1] ?? `（${number}）`;
}

/** Works on mammoth's own HTML: `<sup><a href="#footnote-1">[1]</a></sup>` … `<li id="footnote-1">`. Returns how many. */
export function settleNotes(parsed: Document): number {
  const references = [...parsed.querySelectorAll('sup > a[href^="#footnote-"], sup > a[href^="#endnote-"]')];
  let number = 0;
  const placed = new Map<Element, Element>();
  for (const reference of references) {
    const note = parsed.getElementById((reference.getAttribute('href') ?? '').slice(1));
    const around = reference.parentElement;
    if (note === null || around === null) continue;
    number += 1;
    const block = outermostBlock(around, parsed.body);
    around.replaceWith(markOf(number));
    for (const back of note.querySelectorAll('a[href^="#footnote-ref-"], a[href^="#endnote-ref-"]'))
      back.remove();
    const written = asParagraphs(note, markOf(number), parsed);
    const last = written.at(-1);
    (placed.get(block) ?? block).after(...written);
    if (last !== undefined) placed.set(block, last);
    note.remove();
  }
  for (const list of parsed.querySelectorAll('ol')) if (list.children.length === 0) list.remove();
  return number;
}

function asParagraphs(note: Element, mark: string, parsed: Document): Element[] {
  const paragraphs = [...note.children].filter((child) => (child.textContent ?? '').trim() !== '');
  const written =
    paragraphs.length > 0
      ? paragraphs
      : [Object.assign(parsed.createElement('p'), { textContent: note.textContent ?? '' })];
  written[0]?.prepend(mark);
  return written;
}

function outermostBlock(element: Element, body: Element): Element {
  let block = element;
  while (block.parentElement !== null && block.parentElement !== body) block = block.parentElement;
  return block;
}
