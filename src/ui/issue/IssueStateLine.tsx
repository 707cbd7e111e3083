import { useEffect, useRef } from 'preact/hooks';
import { formatDate } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/namespaces.ts';
import { useT } from '../../i18n/use-t.ts';
import { announce } from '../announce.ts';
import { Button } from '../Button.tsx';
import { ButtonLink } from '../ButtonLink.tsx';
import { Icon } from '../Icon.tsx';
import { Progress } from '../Progress.tsx';
import { StateLine } from '../StateLine.tsx';
import type { IssueLibrary, IssueStateInfo, TransferInfo } from './issue-state.ts';
import { localDate } from './local-date.ts';
import { remainingText, sizeText } from './sizes.ts';
import { viewOf, type StateAct, type StateView } from './state-view.ts';
import css from './IssueStateLine.module.css';

/** The storage room; what to do when the tablet is full stands under its fragment. */
const ROOM = '/storage';
const ROOM_TO_MAKE = `${ROOM}#room`;

interface IssueStateLineProps {
  readonly issue: { readonly id: string; readonly title: string };
  readonly library: IssueLibrary;
  /** In the storage room the line leads nowhere, and each button says which issue it means. */
  readonly isInRoom?: boolean;
}

/**
 * Whether an issue is on this tablet, as a sentence with what can be done about it. Elsewhere than in the storage room the
 * sentence itself leads there.
 */
export function IssueStateLine({ issue, library, isInRoom = false }: IssueStateLineProps) {
  const t = useT('library');
  const state = library.issues.value.get(issue.id);
  useSayWhenDone(issue.title, state);
  // Before the library has looked: nothing is claimed, and the place is kept.
  if (state === undefined) return <div class={css.state} aria-busy="true" />;
  const now = library.transfer.value;
  const transfer = now?.issue === issue.id ? now : null;
  const view = viewOf(state, transfer);
  const line = (
    <StateLine kind={view.kind} icon={view.icon} note={noteOf(t, state, view)}>
      <StateWords view={view} state={state} />
      {!isInRoom && <Icon name="arrow-right" small />}
    </StateLine>
  );
  return (
    <div class={css.state}>
      {isInRoom ? (
        <div class={css.words}>{line}</div>
      ) : (
        <a class={css.link} href={ROOM}>
          {line}
          <span class="visually-hidden">{t('room')}</span>
        </a>
      )}
      {view.act !== null && <ActButton act={view.act} issue={issue} library={library} isInRoom={isInRoom} />}
      {view.progress !== null && <Amount progress={view.progress} transfer={transfer} />}
    </div>
  );
}

function StateWords({ view, state }: { readonly view: StateView; readonly state: IssueStateInfo }) {
  const t = useT('library');
  const number = state.state === 'damaged' ? state.missing : 0;
  if (view.words !== 'stored') return t(`words.${view.words}`, { number });
  return (
    <>
      <b>{t('words.stored')}</b>
      {t('words.storedRest')}
    </>
  );
}

function noteOf(t: Translate<'library'>, state: IssueStateInfo, view: StateView): string | undefined {
  const size = sizeText(t, state.sizeBytes);
  if (state.state === 'not-here') return t('note.not-here', { size });
  if (state.state === 'damaged') return t('note.damaged');
  if (view.words === 'shell') return t('note.shell');
  if (state.state === 'stored') {
    const date = formatDate(localDate(undefined, new Date(state.installedMs)), 'day');
    return t('note.storedOn', { date, size });
  }
  if (state.state === 'failed' && state.fault !== 'full') return t(`note.${state.fault}`);
  if (view.progress === null) return size;
  const { doneBytes, totalBytes } = view.progress;
  if (state.state === 'failed' || view.words === 'metered') {
    return t('note.more', { size: sizeText(t, Math.max(0, totalBytes - doneBytes)) });
  }
  return t('amount', { done: sizeText(t, doneBytes), total: sizeText(t, totalBytes) });
}

interface AmountProps {
  readonly progress: NonNullable<StateView['progress']>;
  readonly transfer: TransferInfo | null;
}

/** How far it is, as a line; while something arrives also how fast and how long still. */
function Amount({ progress, transfer }: AmountProps) {
  const t = useT('library');
  const { doneBytes, totalBytes } = progress;
  const text = t('amount', { done: sizeText(t, doneBytes), total: sizeText(t, totalBytes) });
  const { bytesPerSecond = 0, remainingSeconds = null } = transfer ?? {};
  return (
    <div class={css.amount}>
      <Progress label={t('progress')} text={text} value={doneBytes} max={totalBytes} />
      {bytesPerSecond > 0 && (
        <p class={css.pace}>
          <span class="phrase">{t('note.speed', { size: sizeText(t, bytesPerSecond) })}</span>
          {remainingSeconds !== null && <span class="phrase">{remainingText(t, remainingSeconds)}</span>}
        </p>
      )}
    </div>
  );
}

type ActButtonProps = Required<IssueStateLineProps> & { readonly act: StateAct };

function ActButton({ act, issue, library, isInRoom }: ActButtonProps) {
  const t = useT('library');
  const words = (
    <>
      {t(`act.${act}`)}
      {isInRoom && (
        <span class="visually-hidden" lang="zh-Hans">
          {issue.title}
        </span>
      )}
    </>
  );
  if (act === 'makeRoom') return <ButtonLink href={ROOM_TO_MAKE}>{words}</ButtonLink>;
  const run = () => {
    const done = act === 'install' || act === 'update' ? library.install(issue.id) : other();
    // What went wrong is the issue's next state, and is said there.
    done.catch((error: unknown) => console.warn(error));
  };
  const other = () => (act === 'pause' ? library.pause(issue.id) : library.resume(issue.id));
  return <Button onClick={run}>{words}</Button>;
}

/** Said once when it happens under the eyes of the page, not for what already was so. */
function useSayWhenDone(title: string, state: IssueStateInfo | undefined): void {
  const t = useT('library');
  const outcome = state && outcomeOf(state);
  const beforeRef = useRef(outcome);
  useEffect(() => {
    const before = beforeRef.current;
    beforeRef.current = outcome;
    if (before === undefined || before === outcome) return;
    if (outcome === 'stored' || outcome === 'failed') announce(t(`said.${outcome}`, { title }));
  }, [outcome, title, t]);
}

function outcomeOf(state: IssueStateInfo): 'stored' | 'failed' | 'open' {
  if (state.state === 'failed') return 'failed';
  return state.state === 'stored' && !state.waitsForShell ? 'stored' : 'open';
}
