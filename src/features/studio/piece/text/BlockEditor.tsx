import { useCallback, useState } from 'preact/hooks';
import type { DraftBlock } from '../../../../authoring/draft/model.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import type { Desk } from '../../shared/desk.ts';
import { kindOf, linesOf, plainOf, type Part } from './block-lines.ts';
import { BlockTools } from './BlockTools.tsx';
import { startDrag } from './drag.ts';
import { fieldName } from './fields.ts';
import { FigureParts } from './FigureParts.tsx';
import type { Match } from './find-state.ts';
import { SentenceField, type FieldKeys } from './SentenceField.tsx';
import type { TextActions, TextWork } from './use-text.ts';
import css from './TextStep.module.css';

export interface Found extends Match {
  readonly isCurrent: boolean;
}
export const NOTHING_FOUND: readonly Found[] = [];

export interface BlockEditorProps {
  readonly desk: Desk;
  readonly block: DraftBlock;
  readonly blockKey: string;
  /** From 0. */
  readonly index: number;
  readonly count: number;
  readonly isActive: boolean;
  readonly readOnly: boolean;
  readonly found: readonly Found[];
  readonly actions: TextActions;
  readonly drawn: TextWork['drawn'];
  readonly onPaste: (event: ClipboardEvent, key: string, part: Part, at: number) => void;
}

const LOOKS = {
  heading: 'heading',
  list: 'list',
  quotation: 'quotation',
  paragraph: undefined,
  figure: undefined,
} as const;

/** One block: its sentences, its plain version beside it, and while it is at hand what can be done with it. */
export function BlockEditor(props: BlockEditorProps) {
  const { desk, block, blockKey, index, count, isActive, readOnly, found, actions } = props;
  const t = useT('studio-text');
  const [isWritingPlain, writePlain] = useState(false);
  const name = t('block.name', { number: index + 1, kind: t(`kind.${kindOf(block)}`) });
  const plain = plainOf(block);
  const hasPlain = plain !== undefined || isWritingPlain;
  const beginPlain = useCallback(() => {
    writePlain(true);
    actions.focusPlain(blockKey);
  }, [actions, blockKey]);
  const undoKeys = { onUndo: () => desk.undo(), onRedo: () => desk.redo() };
  const mainKeys: FieldKeys = {
    ...undoKeys,
    onEnter: (at) => actions.enter(blockKey, at),
    onJoin: block.type === 'figure' ? undefined : () => actions.join(blockKey),
    onStep: (by) => actions.step(blockKey, by),
    onSentenceKey: (at) => actions.sentenceKey({ key: blockKey, part: 'main', at }),
  };
  const plainKeys: FieldKeys = {
    ...undoKeys,
    onEnter: () => undefined,
    onSentenceKey: (at) => actions.sentenceKey({ key: blockKey, part: 'plain', at }),
  };
  const field = (part: Part, keys: FieldKeys, label: string, placeholder: string) => (
    <SentenceField
      name={fieldName(blockKey, part)}
      label={label}
      lines={linesOf(block, part)}
      placeholder={placeholder}
      readOnly={readOnly}
      looks={part === 'plain' ? 'plain' : LOOKS[block.type]}
      found={found.filter((match) => match.part === part)}
      keys={keys}
      onText={(text, isHigher) => actions.type(blockKey, part, text, isHigher)}
      onCaret={(at) => actions.setCaret({ key: blockKey, part, at })}
      onPaste={(event, at) => props.onPaste(event, blockKey, part, at)}
    />
  );

  return (
    <li class={css.block} data-active={isActive || undefined} data-kind={kindOf(block)} data-block={blockKey}>
      <p
        class={`${css.blockName} ${readOnly ? '' : css.grip}`}
        aria-hidden="true"
        draggable={!readOnly}
        onDragStart={(event) => startDrag(event, blockKey)}
      >
        {!readOnly && <Icon name="more" small />}
        {name}
      </p>
      {block.type === 'figure' ? (
        <FigureParts
          {...props}
          block={block}
          name={name}
          caption={field('main', mainKeys, t('figure.captionOf', { name }), t('figure.captionEmpty'))}
        />
      ) : (
        <div class={css.beside} data-two={hasPlain || undefined}>
          {field('main', mainKeys, name, block.type === 'list' ? t('block.emptyList') : t('block.empty'))}
          {hasPlain && (
            <div class={css.plain}>
              <p class={css.plainName} aria-hidden="true">
                {t('plain.name')}
              </p>
              {field('plain', plainKeys, t('plain.of', { name }), t('plain.empty'))}
              {!readOnly && (
                <Button
                  kind="quiet"
                  icon="trash"
                  onClick={() => {
                    writePlain(false);
                    actions.removePlain(blockKey);
                  }}
                >
                  {t('plain.remove')}
                </Button>
              )}
            </div>
          )}
        </div>
      )}
      {isActive && !readOnly && (
        <BlockTools
          block={block}
          blockKey={blockKey}
          isFirst={index === 0}
          isLast={index === count - 1}
          hasPlain={hasPlain}
          actions={actions}
          drawn={props.drawn}
          onPlain={beginPlain}
        />
      )}
    </li>
  );
}
