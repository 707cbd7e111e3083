import { useState } from 'preact/hooks';
import { useT } from '../../../../i18n/use-t.ts';
import { ButtonLink } from '../../../../ui/ButtonLink.tsx';
import { EmptyState } from '../../../../ui/EmptyState.tsx';
import type { TermId } from '../../../../core/reading/model.ts';
import type { Desk } from '../../shared/desk.ts';
import { stepHref } from '../../shared/step-list.ts';
import { DictionaryLine } from './DictionaryLine.tsx';
import { PageTurner } from './PageTurner.tsx';
import { ReadingBar } from './ReadingBar.tsx';
import { SentenceRow } from './SentenceRow.tsx';
import { TermEditor } from './TermEditor.tsx';
import { TermSection } from './TermSection.tsx';
import { useProposals } from './use-proposals.ts';
import { useWords } from './use-words.ts';
import { wordTools, type WordTools } from './word-tools.ts';
import { WordPanel } from './WordPanel.tsx';
import css from './WordsStep.module.css';

interface WordsStepProps {
  readonly desk: Desk;
  /** In how many of the club's earlier pieces a word was met. */
  readonly met?: ReadonlyMap<string, number>;
  /** The sentence the page was opened for: a finding's address leads to it. */
  readonly asked?: string | null;
  readonly dictionary?: WordTools;
}

const NOTHING_MET: ReadonlyMap<string, number> = new Map();

/**
 * The text sentence by sentence, its words to be tapped. What belongs to the tapped word opens below its sentence, never over the
 * text; one button settles everything that was proposed.
 */
export function WordsStep({ desk, met = NOTHING_MET, asked = null, dictionary = wordTools }: WordsStepProps) {
  const t = useT('studio-words');
  const { proposals, read } = useProposals(desk, dictionary);
  const tools = proposals.state === 'ready' ? dictionary : null;
  const words = useWords(desk, tools, asked);
  const [editing, setEditing] = useState<TermId | null>(null);

  if (words.rows.length === 0) {
    const { id } = desk.piece.value;
    return (
      <EmptyState
        icon="reading"
        title={t('empty.title')}
        text={t('empty.text')}
        action={
          <ButtonLink kind="main" solid href={stepHref(desk.issue.value.id, id, 'text')}>
            {t('empty.action')}
          </ButtonLink>
        }
      />
    );
  }
  return (
    <div class={css.step}>
      <DictionaryLine proposals={proposals} canWrite={desk.canWrite.value} onRead={read} />
      {proposals.state === 'ready' && <ReadingBar words={words} canWrite={desk.canWrite.value} />}
      {/* Keys of the words inside; the words themselves are the controls. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <section class={css.text} aria-label={t('text')} onKeyDown={words.onKeyDown}>
        {words.visible.map((row) => (
          <SentenceRow
            key={row.sentence.id}
            row={row}
            selected={words.selected?.sentence === row.sentence.id ? words.selected.word : null}
            onSelect={(index) => words.toggle({ sentence: row.sentence.id, word: index })}
          >
            {words.selected?.sentence === row.sentence.id && (
              <WordPanel
                key={`${words.selected.sentence}-${words.selected.word}`}
                desk={desk}
                sentence={row.sentence}
                words={words}
                onEditTerm={setEditing}
              />
            )}
          </SentenceRow>
        ))}
        <p class={css.keys}>{t('keys')}</p>
      </section>
      <PageTurner page={words.page} pages={words.pages} onTurn={words.turnTo} />
      <TermSection desk={desk} tools={tools} met={met} onEdit={setEditing} />
      {editing !== null && <TermEditor desk={desk} id={editing} onClose={() => setEditing(null)} />}
    </div>
  );
}
