import { useT } from '../../i18n/use-t.ts';
import type { Amount } from '../../library/library.ts';
import { Progress } from '../../ui/Progress.tsx';
import { StateLine } from '../../ui/StateLine.tsx';
import { sizeText } from '../../ui/issue/sizes.ts';
import css from './StorageRoom.module.css';

interface TaskProgressProps {
  /** What is being done, as a sentence. */
  readonly words: string;
  readonly amount: Amount | null;
  /** The amount in the task's own words. */
  readonly say: (done: string, total: string) => string;
}

export function TaskProgress({ words, amount, say }: TaskProgressProps) {
  const t = useT('library');
  const { doneBytes, totalBytes } = amount ?? { doneBytes: 0, totalBytes: 0 };
  const text = say(sizeText(t, doneBytes), sizeText(t, totalBytes));
  return (
    <div class={css.stack}>
      <StateLine kind="wait" {...(amount !== null && { note: text })}>
        {words}
      </StateLine>
      <Progress label={words} text={text} value={doneBytes} max={totalBytes} />
    </div>
  );
}
