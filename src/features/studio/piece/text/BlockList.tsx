import { useComputed } from '@preact/signals';
import { useT } from '../../../../i18n/use-t.ts';
import { EmptyState } from '../../../../ui/EmptyState.tsx';
import type { Desk } from '../../shared/desk.ts';
import { NOTHING_FOUND, type BlockEditorProps, type Found } from './BlockEditor.tsx';
import type { Find } from './use-find.ts';
import { useKeptBlocks } from './use-kept-blocks.tsx';
import { useWantedCaret, type TextWork } from './use-text.ts';

interface BlockListProps extends Pick<BlockEditorProps, 'readOnly' | 'onPaste'> {
  readonly desk: Desk;
  readonly work: TextWork;
  readonly find: Find;
  readonly isGallery: boolean;
}

/** The one part of the step that a keystroke draws; of its blocks, the one that is typed in. */
export function BlockList({ desk, work, find, isGallery, readOnly, onPaste }: BlockListProps) {
  const t = useT('studio-text');
  const { actions, drawn } = work;
  const blocks = useComputed(() => drawn.read().blocks).value;
  const activeKey = useComputed(() => drawn.read().caret?.key ?? null).value;
  const keys = work.keysFor(blocks);
  const drawBlock = useKeptBlocks();
  useWantedCaret(work, keys);
  if (blocks.length === 0) {
    return (
      <EmptyState
        icon={isGallery ? 'gallery' : 'reading'}
        title={t('blocks.none')}
        text={isGallery ? t('blocks.noneGallery') : t('blocks.noneText')}
      />
    );
  }
  return (
    <ol>
      {blocks.map((block, index) => {
        const blockKey = keys[index] ?? '';
        return drawBlock({
          desk,
          block,
          blockKey,
          index,
          count: blocks.length,
          isActive: blockKey === activeKey,
          readOnly,
          found: foundIn(find, index),
          actions,
          drawn,
          onPaste,
        });
      })}
    </ol>
  );
}

/** The same array while nothing is found in a block, so that it is not drawn again. */
function foundIn(find: Find, index: number): readonly Found[] {
  if (!find.isOpen) return NOTHING_FOUND;
  const own = find.matches.flatMap((match, place) =>
    match.index === index ? [{ ...match, isCurrent: place === find.current }] : [],
  );
  return own.length === 0 ? NOTHING_FOUND : own;
}
