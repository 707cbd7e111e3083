/** Findings for the studio, where every one has a button to its place: what is wrong, and the cure, each as a sentence. */
import type { Localised } from '../shelf/issue.ts';
import { captionExplanations } from './explain-captions.ts';
import { issueExplanations } from './explain-issue.ts';
import { mediaExplanations } from './explain-media.ts';
import { previewExplanations } from './explain-preview.ts';
import { textExplanations } from './explain-text.ts';
import { trackExplanations } from './explain-track.ts';
import type { Explanation } from './explanation.ts';
import type { CheckCode, Finding } from './finding.ts';

const explanations: Readonly<Record<CheckCode, Explanation>> = {
  ...issueExplanations,
  ...textExplanations,
  ...trackExplanations,
  ...mediaExplanations,
  ...captionExplanations,
  ...previewExplanations,
};

/** Every code a check can say. */
export const checkCodes: readonly string[] = Object.keys(explanations);

const isCheckCode = (code: string): code is CheckCode => Object.hasOwn(explanations, code);

/** Null for a code that is none of the checks'. */
export function explainFinding({ code, params }: Pick<Finding, 'code' | 'params'>): Explanation | null {
  if (!isCheckCode(code)) return null;
  const { what, cure } = explanations[code];
  return { what: fill(what, params), cure: fill(cure, params) };
}

export function fill(text: Localised, params: Finding['params']): Localised {
  const filled = (sentence: string): string =>
    sentence.replace(/\{(\w+)\}/gu, (whole, name: string) => String(params[name] ?? whole));
  return {
    'zh-Hans': filled(text['zh-Hans']),
    'zh-Hant': filled(text['zh-Hant']),
    en: filled(text.en),
  };
}
