/** Gathers the running text of one block out of text nodes, with its emphasis and the pinyin that stood over it. */
import { tidyProse } from '../inline.ts';
import type { Mark, Prose } from '../prose.ts';
import { joinRuby } from './ruby.ts';

/**
 * Characters that say nothing and only get in the way of search, signing marks and pinyin: zero-width spaces, byte order
 * marks, soft hyphens, control characters, non-characters. Joiners (emoji, Indic scripts) are not among them.
 */
const INVISIBLE = /[\u200B\u2060\uFEFF\u00AD\uFDD0-\uFDEF\uFFFE\uFFFF]|(?![\t\n\r])\p{Cc}/gu;
const SPACE_RUN = /[ \t\n\r\u00A0\u2028\u2029]+/gu;

export function cleanText(text: string): string {
  return text.replaceAll(INVISIBLE, '');
}

export interface ProseBuffer {
  add(text: string): void;
  /** Everything added by `fill` is emphasised. */
  emphasise(fill: () => void): void;
  addRuby(base: string, pinyin: string): void;
  isEmpty(): boolean;
  /** The prose so far, tidied; the buffer starts anew. Null when nothing but space was in it. */
  take(): Prose | null;
}

export function createProseBuffer(): ProseBuffer {
  let text = '';
  let marks: Mark[] = [];
  let emphasis: { start: number; end: number }[] = [];
  const add = (more: string): void => {
    const clean = cleanText(more).replaceAll(SPACE_RUN, (run) =>
      /[\n\r\u2028\u2029]/u.test(run) ? '\n' : ' ',
    );
    // Space at a seam is one space, however many elements it is spread over.
    text += /[ \n]$/u.test(text) ? clean.replace(/^[ \n]+/u, '') : clean;
  };
  return {
    add,
    emphasise(fill) {
      const start = text.length;
      fill();
      if (text.length > start) emphasis.push({ start, end: text.length });
    },
    addRuby(base, pinyin) {
      const start = text.length;
      add(base);
      if (text.length > start) marks.push({ start, end: text.length, pinyin });
    },
    isEmpty: () => text.trim() === '',
    take() {
      const prose = tidyProse({ text, marks: joinRuby(text, marks), emphasis: mergeSpans(emphasis) });
      text = '';
      marks = [];
      emphasis = [];
      if (prose.text === '') return null;
      // A paragraph that is bold from end to end stresses nothing.
      const isWhole = prose.emphasis.some(({ start, end }) => start === 0 && end === prose.text.length);
      return isWhole ? { ...prose, emphasis: [] } : prose;
    },
  };
}

/** Nested and adjoining stretches as one. */
function mergeSpans(spans: readonly { start: number; end: number }[]): { start: number; end: number }[] {
  const merged: { start: number; end: number }[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}
