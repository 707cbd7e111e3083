import { formatMonth } from '../../i18n/format.ts';
import { useT } from '../../i18n/use-t.ts';
import type { Library } from '../../library/library.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { sizeText } from '../../ui/issue/sizes.ts';
import { Phrases } from '../../ui/Phrases.tsx';
import { StateLine } from '../../ui/StateLine.tsx';
import type { ListedIssue } from './room-lists.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import css from './StorageRoom.module.css';

/** More would be a list to think about instead of a way out. */
const FEW = 5;

interface MakeRoomProps {
  readonly library: Library;
  /** Oldest first, none in use. */
  readonly spare: readonly ListedIssue[];
  readonly isFull: boolean;
}

/** Old months, one tap each: they can be saved again. */
export function MakeRoom({ library, spare, isFull }: MakeRoomProps) {
  const t = useT('storage-room');
  const words = useT('library');
  const part = useKeptFocus<HTMLDivElement>();
  async function free(issue: ListedIssue): Promise<void> {
    await library.remove(issue.id);
    announce(t('remove.done', { title: issue.title }));
  }
  return (
    <div ref={part} class={css.stack}>
      <h3 class={css.subheading} tabIndex={-1}>
        {t('space.full.title')}
      </h3>
      {!isFull && <StateLine kind="wait">{t('space.tight')}</StateLine>}
      <p>{t(spare.length === 0 ? 'space.full.none' : 'space.full.text')}</p>
      <ul class={css.rows}>
        {spare.slice(0, FEW).map((issue) => (
          <li key={issue.id} class={css.line}>
            <span class={css.grow}>
              {formatMonth(issue.month)} <Phrases text={issue.title} />
            </span>
            <Button icon="trash" onClick={() => void free(issue).catch(() => announce(t('remove.failed')))}>
              {t('space.full.remove', { size: sizeText(words, issue.state.sizeBytes) })}
              <span class="visually-hidden" lang="zh-Hans">
                {issue.title}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
