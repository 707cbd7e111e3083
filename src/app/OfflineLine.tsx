import { useT } from '../i18n/use-t.ts';
import { useLibrary } from '../library/library-context.tsx';
import { Line } from './Line.tsx';

/** What can be read without a network depends on what is stored; before that is known nothing is claimed. */
export function OfflineLine() {
  const t = useT('app');
  const library = useLibrary();
  const states = [...(library?.issues.value.values() ?? [])];
  const number = states.filter(({ state }) => state === 'stored').length;
  const isKnown = library === null || states.length > 0;
  return (
    <Line icon="offline">
      {!isKnown && t('offline.plain')}
      {isKnown && (number > 0 ? t('offline.stored', { number }) : t('offline.none'))}
    </Line>
  );
}
