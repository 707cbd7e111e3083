import { useT } from '../../i18n/use-t.ts';
import type { Library } from '../../library/library.ts';
import { Button } from '../../ui/Button.tsx';
import { StateLine } from '../../ui/StateLine.tsx';
import { IssueStateLine } from '../../ui/issue/IssueStateLine.tsx';
import { sizeText } from '../../ui/issue/sizes.ts';
import { IssueLabel } from './IssueLabel.tsx';
import type { ListedIssue } from './room-lists.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import css from './StorageRoom.module.css';

interface ComingListProps {
  readonly issues: readonly ListedIssue[];
  readonly library: Library;
}

/** What is being fetched and what stands in line, in that order, with the order in the person's hands. */
export function ComingList({ issues, library }: ComingListProps) {
  const t = useT('storage-room');
  const queue = library.queue.value;
  const part = useKeptFocus<HTMLElement>();
  if (issues.length === 0) return null;
  return (
    <section ref={part} class={css.card} aria-labelledby="coming">
      <h2 class={css.heading} id="coming" tabIndex={-1}>
        {t('coming.title')}
      </h2>
      <ol class={css.rows}>
        {issues.map((issue) => (
          <li key={issue.id} class={css.row}>
            <IssueLabel issue={issue} />
            <Source issue={issue.id} library={library} />
            <CutOff issue={issue} />
            <IssueStateLine issue={issue} library={library} isInRoom />
            <QueueButtons issue={issue} place={queue.indexOf(issue.id)} library={library} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Source({ issue, library }: { readonly issue: string; readonly library: Library }) {
  const t = useT('storage-room');
  const transfer = library.transfer.value;
  if (transfer?.issue !== issue || transfer.source === 'http') return null;
  return <p class={css.note}>{t(`coming.from.${transfer.source}`)}</p>;
}

/** Its pack or folder was taken away in the middle. Below stands how much is here, and the button for the network. */
function CutOff({ issue: { state } }: { readonly issue: ListedIssue }) {
  const t = useT('storage-room');
  const words = useT('library');
  if (state.state !== 'paused' || !state.isCutOff) return null;
  const size = sizeText(words, Math.max(0, state.sizeBytes - state.doneBytes));
  return (
    <StateLine kind="wait" icon="pack" note={t('coming.cutOff.note', { size })}>
      {t('coming.cutOff.title')}
    </StateLine>
  );
}

interface QueueButtonsProps {
  readonly issue: ListedIssue;
  /** -1 when it is not in line. */
  readonly place: number;
  readonly library: Library;
}

function QueueButtons({ issue, place, library }: QueueButtonsProps) {
  const t = useT('storage-room');
  const last = library.queue.value.length - 1;
  const named = (words: string) => (
    <>
      {words}
      <span class="visually-hidden" lang="zh-Hans">
        {issue.title}
      </span>
    </>
  );
  const run = (act: (id: string) => Promise<void>) => () => {
    // What went wrong is the issue's next state, and is said there.
    act(issue.id).catch((error: unknown) => console.warn(error));
  };
  return (
    <div class={css.acts}>
      {place > 0 && (
        <Button icon="arrow-up" onClick={run((id) => library.moveUp(id))}>
          {named(t('coming.up'))}
        </Button>
      )}
      {place >= 0 && place < last && (
        <Button icon="arrow-down" onClick={run((id) => library.moveDown(id))}>
          {named(t('coming.down'))}
        </Button>
      )}
      <Button icon="close" onClick={run((id) => library.cancel(id))}>
        {named(t('coming.cancel'))}
      </Button>
    </div>
  );
}
