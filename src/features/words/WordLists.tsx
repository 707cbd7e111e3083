import { useMemo, useState } from 'preact/hooks';
import type { IssueTerm } from '../../core/shelf/issue.ts';
import { formatMonth, formatNumber } from '../../i18n/format.ts';
import { useT } from '../../i18n/use-t.ts';
import { markWord } from '../../storage/words.ts';
import type { WordMark } from '../../storage/words.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { StateLine } from '../../ui/StateLine.tsx';
import type { WordsData } from './load-words.ts';
import { groupWords, isShown, keyOf } from './word-groups.ts';
import type { Grouping, Shown, WordGroup } from './word-groups.ts';
import { WordCard } from './WordCard.tsx';
import css from './WordsPage.module.css';

const GROUPINGS = ['issue', 'pinyin'] as const;
const SHOWN = ['all', 'unmarked', 'again', 'known'] as const;

export function WordLists({ data }: { readonly data: WordsData }) {
  const t = useT('words');
  const [grouping, setGrouping] = useState<Grouping>('issue');
  const [shown, setShown] = useState<Shown>('all');
  const [marks, setMarks] = useState(data.marks);
  const [isKept, setIsKept] = useState(true);

  const visible = data.terms.filter((term) => isShown(term, shown, marks));
  const groups = useMemo(() => groupWords(visible, grouping, data.issues), [visible, grouping, data.issues]);

  function mark(term: IssueTerm, value: WordMark | null): void {
    const next = new Map(marks);
    if (value === null) next.delete(keyOf(term));
    else next.set(keyOf(term), value);
    setMarks(next);
    markWord(term.issue, term.id, value).then(
      () => setIsKept(true),
      () => setIsKept(false),
    );
  }

  return (
    <>
      <div class={`${css.tools} no-print`}>
        <ChoiceGroup
          label={t('grouping.label')}
          value={grouping}
          choices={GROUPINGS.map((value) => ({ value, label: t(`grouping.${value}`) }))}
          onChange={setGrouping}
        />
        <ChoiceGroup
          label={t('shown.label')}
          value={shown}
          choices={SHOWN.map((value) => ({ value, label: t(`shown.${value}`) }))}
          onChange={setShown}
        />
      </div>
      {!isKept && (
        <StateLine kind="stop" note={t('notKept.text')}>
          {t('notKept.title')}
        </StateLine>
      )}
      {data.missing.length > 0 && (
        <StateLine kind="wait" icon="offline">
          {t('missing', { number: formatNumber(data.missing.length) })}
        </StateLine>
      )}
      {grouping === 'pinyin' && groups.length > 1 && <Letters groups={groups} />}
      {groups.map((group) => (
        <section key={group.key} class={css.group} aria-labelledby={headingId(group)}>
          <h2
            class={css.heading}
            id={headingId(group)}
            tabIndex={-1}
            data-letter={grouping === 'pinyin' || undefined}
          >
            {grouping === 'pinyin' ? group.key : <IssueHeading group={group} />}
          </h2>
          <ul class={css.cards}>
            {group.terms.map((term) => (
              <li key={keyOf(term)}>
                <WordCard
                  term={term}
                  mark={marks.get(keyOf(term)) ?? null}
                  onMark={(value) => mark(term, value)}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {groups.length === 0 && (
        <EmptyState
          icon="words"
          title={t(`none.${shown}`)}
          action={
            <Button kind="main" onClick={() => setShown('all')}>
              {t('showAll')}
            </Button>
          }
        />
      )}
    </>
  );
}

function headingId(group: WordGroup): string {
  return `words-${group.key}`;
}

function IssueHeading({ group }: { readonly group: WordGroup }) {
  const t = useT('words');
  if (group.issue === null) return t('otherIssue');
  return (
    <>
      <span class={css.month}>{formatMonth(group.issue.month)}</span> {group.issue.title}
    </>
  );
}

/** A–Z, only the letters there are. */
function Letters({ groups }: { readonly groups: readonly WordGroup[] }) {
  const t = useT('words');
  return (
    <nav class={`${css.letters} no-print`} aria-label={t('letters')}>
      {groups.map((group) => (
        <a key={group.key} class={css.letter} href={`#${headingId(group)}`}>
          {group.key}
        </a>
      ))}
    </nav>
  );
}
