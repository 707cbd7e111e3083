import { useCallback, useState } from 'preact/hooks';
import type { JournalEntry } from '../../../core/release/journal-entry.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import { useLoad } from '../../../ui/use-load.ts';
import { hubSentence } from '../shared/hub/hub-sentence.ts';
import { readJournal } from '../shared/releases/releases.ts';
import { shanghaiInstant } from '../shared/releases/shanghai-words.ts';
import css from './PublishPage.module.css';

interface JournalListProps {
  readonly issue: string;
  /** Read anew when it is another. */
  readonly state: string;
}

/** 发布记录: who did what and when, newest first. */
export function JournalList({ issue, state }: JournalListProps) {
  const t = useT('studio-release');
  const [isAll, setIsAll] = useState(false);
  // oxlint-disable-next-line react/exhaustive-deps
  const { result } = useLoad(useCallback(() => readJournal(), [state]));
  const { entries, damaged } = result.state === 'ready' ? result.value : { entries: [], damaged: 0 };
  const shown = isAll ? entries : entries.filter((entry) => entry.issue === issue);
  return (
    <section class={css.section} aria-labelledby="journal">
      <h2 id="journal">{t('journal.title')}</h2>
      <p>{t('journal.note')}</p>
      {damaged > 0 && <StateLine kind="stop">{t('journal.damaged', { count: damaged })}</StateLine>}
      {result.state === 'failed' && <StateLine kind="wait">{hubSentence(result.error)}</StateLine>}
      {result.state === 'ready' && shown.length === 0 && <p>{t('journal.none')}</p>}
      <ol class={css.journal}>
        {shown.map((entry) => (
          <Line key={entry.number} entry={entry} withTitle={isAll} />
        ))}
      </ol>
      {(isAll || shown.length < entries.length) && (
        <Button onClick={() => setIsAll(!isAll)}>{t(isAll ? 'journal.own' : 'journal.all')}</Button>
      )}
    </section>
  );
}

function Line({ entry, withTitle }: { readonly entry: JournalEntry; readonly withTitle: boolean }) {
  const t = useT('studio-release');
  const { at, by, what, title, issue, due, sequence, sha256, reason } = entry;
  const isLink = what === 'link-made' || what === 'link-revoked';
  const facts = [
    due !== undefined && what === 'planned' ? t('journal.due', { at: shanghaiInstant(due) }) : '',
    due !== undefined && isLink ? t('journal.until', { at: shanghaiInstant(due) }) : '',
    reason === undefined ? '' : t('journal.reason', { reason }),
    sequence === undefined ? '' : t('journal.number', { sequence: String(sequence) }),
    sha256 === undefined ? '' : t('journal.fingerprint', { sha: sha256.slice(0, 12) }),
  ].filter((fact) => fact !== '');
  return (
    <li>
      <p>
        {t('journal.line', { at: shanghaiInstant(at), by, what: t(`journal.what.${what}`) })}
        {withTitle && ` 《${title}》 ${issue}`}
      </p>
      {facts.length > 0 && <p class={css.reason}>{facts.join(' · ')}</p>}
    </li>
  );
}
