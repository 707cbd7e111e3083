import { useT } from '../../../../i18n/use-t.ts';
import { isSingle } from '../../../../authoring/draft-words/settled.ts';
import { Button } from '../../../../ui/Button.tsx';
import { StateLine } from '../../../../ui/StateLine.tsx';
import type { Desk } from '../../shared/desk.ts';
import css from './WordPanel.module.css';

interface KeepReadingProps {
  readonly desk: Desk;
  readonly word: string;
  /** Its reading, once nobody doubts it. */
  readonly settled: string | null;
  /** For a word in doubt: whether the answer is to be kept. */
  readonly keeps: boolean;
  readonly onKeeps: (keeps: boolean) => void;
  readonly hasFailed: boolean;
  readonly onFailed: (hasFailed: boolean) => void;
}

/**
 * The club's dictionary. Only words of several characters go into it: how a single 长 is read hangs on the sentence.
 */
export function KeepReading(props: KeepReadingProps) {
  const { desk, word, settled, keeps, onKeeps, hasFailed, onFailed } = props;
  const t = useT('studio-words');
  if (isSingle(word)) return null;
  const kept = desk.words.dictionary.value.get(word);
  const act = (work: Promise<void>): void => {
    work.then(
      () => onFailed(false),
      () => onFailed(true),
    );
  };
  return (
    <div class={css.keep}>
      {kept !== undefined && (
        <StateLine kind={kept === settled ? 'ok' : 'plain'}>
          {kept === settled ? t('keep.kept', { word, pinyin: kept }) : t('keep.differs', { pinyin: kept })}
        </StateLine>
      )}
      {hasFailed && <StateLine kind="stop">{t('keep.failed')}</StateLine>}
      {settled === null && (
        <Button pressed={keeps} onClick={() => onKeeps(!keeps)}>
          {t('keep.keep')}
        </Button>
      )}
      {settled !== null && kept !== settled && (
        <Button onClick={() => act(desk.words.keepReading(word, settled))}>{t('keep.keep')}</Button>
      )}
      {kept !== undefined && (
        <Button onClick={() => act(desk.words.forgetReading(word))}>{t('keep.forget')}</Button>
      )}
    </div>
  );
}
