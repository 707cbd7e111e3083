import { useId, useMemo } from 'preact/hooks';
import type { DraftBlock } from '../../../../authoring/draft/model.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/Button.tsx';
import { canHavePlain, kindOf, linesOf, type BlockKind, type Part } from './block-lines.ts';
import { sentenceActs } from './sentence-edits.ts';
import type { TextActions, TextWork } from './use-text.ts';
import css from './TextStep.module.css';

interface BlockToolsProps {
  readonly block: DraftBlock;
  readonly blockKey: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly hasPlain: boolean;
  readonly actions: TextActions;
  readonly drawn: TextWork['drawn'];
  readonly onPlain: () => void;
}

const KINDS: readonly BlockKind[] = ['paragraph', 'heading2', 'heading3', 'quotation', 'bullets', 'numbers'];

/** What can be done with the block at hand, in words; below it, where the eye is. */
export function BlockTools({
  block,
  blockKey,
  isFirst,
  isLast,
  hasPlain,
  actions,
  drawn,
  onPlain,
}: BlockToolsProps) {
  const t = useT('studio-text');
  const kind = kindOf(block);
  const mayHavePlain = canHavePlain(block) && !hasPlain;
  // The same drawing while one only types: a keystroke is on the screen sooner without it.
  const acts = useMemo(
    () => <BlockActs {...{ blockKey, kind, isFirst, isLast, mayHavePlain, actions, onPlain }} />,
    [blockKey, kind, isFirst, isLast, mayHavePlain, actions, onPlain],
  );
  return (
    <div class={css.tools} role="group" aria-label={t('tools.label')}>
      {block.type !== 'figure' && <SentenceTools {...{ block, blockKey, actions, drawn }} />}
      {acts}
    </div>
  );
}

interface BlockActsProps extends Pick<
  BlockToolsProps,
  'blockKey' | 'isFirst' | 'isLast' | 'actions' | 'onPlain'
> {
  readonly kind: BlockKind;
  readonly mayHavePlain: boolean;
}

function BlockActs({ blockKey, kind, isFirst, isLast, mayHavePlain, actions, onPlain }: BlockActsProps) {
  const t = useT('studio-text');
  const kindId = useId();
  return (
    <div class={css.toolRow}>
      {kind !== 'figure' && (
        <label class={css.kind} for={kindId}>
          <span>{t('tools.kind')}</span>
          <select
            id={kindId}
            value={kind}
            onChange={({ currentTarget }) => {
              const chosen = KINDS.find((each) => each === currentTarget.value);
              if (chosen !== undefined) actions.setKind(blockKey, chosen);
            }}
          >
            {KINDS.map((each) => (
              <option key={each} value={each}>
                {t(`kind.${each}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      <Button
        icon="arrow-up"
        blocked={isFirst ? t('tools.isFirst') : undefined}
        onClick={() => actions.move(blockKey, -1)}
      >
        {t('tools.up')}
      </Button>
      <Button
        icon="arrow-down"
        blocked={isLast ? t('tools.isLast') : undefined}
        onClick={() => actions.move(blockKey, 1)}
      >
        {t('tools.down')}
      </Button>
      {mayHavePlain && (
        <Button icon="plain" onClick={onPlain}>
          {t('tools.plain')}
        </Button>
      )}
      <Button icon="add" onClick={() => actions.addAfter(blockKey, { type: 'paragraph', sentences: [] })}>
        {t('tools.addBelow')}
      </Button>
      <Button icon="trash" onClick={() => actions.remove(blockKey)}>
        {t('tools.remove')}
      </Button>
    </div>
  );
}

interface SentenceToolsProps {
  readonly block: DraftBlock;
  readonly blockKey: string;
  readonly actions: TextActions;
  readonly drawn: TextWork['drawn'];
}

function SentenceTools({ block, blockKey, actions, drawn }: SentenceToolsProps) {
  const t = useT('studio-text');
  const { caret } = drawn.read();
  const part: Part = caret?.key === blockKey ? caret.part : 'main';
  const at = caret?.key === blockKey ? caret.at : 0;
  const acts = sentenceActs(linesOf(block, part), at);
  const place = { key: blockKey, part, at };
  return (
    <div class={css.toolRow}>
      <p class={css.where}>
        {acts.count === 0
          ? t('sentence.none')
          : t('sentence.where', { number: Math.max(1, acts.number), count: acts.count })}
      </p>
      <Button
        icon="add"
        blocked={acts.canSplit ? undefined : t('sentence.noSplit')}
        onClick={() => actions.splitSentence(place)}
      >
        {t('sentence.split')}
      </Button>
      <Button
        icon="loop"
        blocked={acts.canMerge ? undefined : t('sentence.noMerge')}
        onClick={() => actions.mergeSentence(place)}
      >
        {t('sentence.merge')}
      </Button>
      <p class={css.hint}>{t('sentence.key')}</p>
    </div>
  );
}
