import { untracked, useSignalEffect } from '@preact/signals';
import type { Translate } from '../../../i18n/namespaces.ts';
import { useT } from '../../../i18n/use-t.ts';
import { announce } from '../../../ui/announce.ts';
import { StateLine } from '../../../ui/StateLine.tsx';
import type { CaptionsDesk, Said } from './captions-desk.ts';
import css from './CaptionsStep.module.css';

const PROBLEMS: ReadonlySet<Said['key']> = new Set([
  'noSplit',
  'noMerge',
  'noClose',
  'noFix',
  'noStretch',
  'noTimes',
]);

/** What was just done, in a sentence that stays until the next one. */
export function SaidLine({ captions }: { readonly captions: CaptionsDesk }) {
  const t = useT('studio-captions');
  useSignalEffect(() => {
    const said = captions.said.value;
    if (said) untracked(() => announce(saidText(said, t)));
  });
  const said = captions.said.value;
  if (!said) return null;
  return (
    <div class={css.said}>
      <StateLine kind={PROBLEMS.has(said.key) ? 'wait' : 'ok'}>{saidText(said, t)}</StateLine>
    </div>
  );
}

function saidText(said: Said, t: Translate<'studio-captions'>): string {
  switch (said.key) {
    case 'fixed':
      return t(`said.fix.${said.fix}`, { number: said.number });
    case 'fixedAll':
      if (said.count === 0) return t('said.fixedNone', { left: said.left });
      return t(said.left === 0 ? 'said.fixedAll' : 'said.fixedSome', { count: said.count, left: said.left });
    case 'added':
    case 'removed':
    case 'split':
    case 'merged':
    case 'closed':
      return t(`said.${said.key}`, { number: said.number });
    case 'imported':
      return t('said.imported', { count: said.count });
    case 'shifted':
      if (said.seconds === 0) return t('said.shiftedNone');
      return t(said.seconds > 0 ? 'said.shiftedLater' : 'said.shiftedEarlier', {
        seconds: Math.abs(said.seconds),
      });
    case 'matched':
    case 'textMade': {
      const done = t(`said.${said.key}`, { matched: said.matched, sentences: said.sentences });
      const uncovered = said.uncovered > 0 ? t('said.uncovered', { count: said.uncovered }) : '';
      const unmatched = said.unmatched > 0 ? t('said.unmatched', { count: said.unmatched }) : '';
      return [done, uncovered, unmatched].filter((part) => part !== '').join(' ');
    }
    default:
      return t(`said.${said.key}`);
  }
}
