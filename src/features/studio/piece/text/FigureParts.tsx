import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { DraftBlock } from '../../../../authoring/draft/model.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Problem } from '../../../../ui/Problem.tsx';
import { StateLine } from '../../../../ui/StateLine.tsx';
import { replaceBlock } from './block-lines.ts';
import type { BlockEditorProps } from './BlockEditor.tsx';
import { fieldName } from './fields.ts';
import { FileButton } from '../../shared/FileButton.tsx';
import { PICTURES, takePicture, type PictureRefusal } from '../../shared/take-picture.ts';
import { useOpenedAttachment } from '../../shared/use-attachment-url.ts';
import { TextField } from './TextField.tsx';
import css from './TextStep.module.css';

interface FigurePartsProps extends Omit<BlockEditorProps, 'block'> {
  readonly block: Extract<DraftBlock, { type: 'figure' }>;
  readonly name: string;
  readonly caption: ComponentChildren;
}

/** A picture with what it shows in words, which nobody may leave out, and its caption. */
export function FigureParts({ desk, block, blockKey, name, readOnly, caption, actions }: FigurePartsProps) {
  const t = useT('studio-text');
  const opened = useOpenedAttachment(desk.attachments, block.image?.id);
  const [fault, tell] = useState<PictureRefusal | null>(null);
  const [isTaking, setTaking] = useState(false);
  const altId = useId();
  const isUnsaid = block.alt.trim() === '';

  const replace = async (file: File): Promise<void> => {
    tell(null);
    setTaking(true);
    const taken = await takePicture(file, file.name, desk.attachments);
    setTaking(false);
    if ('fault' in taken) return tell(taken.fault);
    actions.change('picture', (piece) =>
      replaceBlock(piece, actions.indexOf(blockKey), { ...block, image: taken.attachment }),
    );
  };

  return (
    <div class={css.figure}>
      <div class={css.picture}>
        {opened.state === 'ready' && <img src={opened.url} alt={block.alt} draggable={false} />}
        {block.image === null && <StateLine kind="stop">{t('figure.none')}</StateLine>}
        {opened.state === 'missing' && <StateLine kind="stop">{t('figure.gone')}</StateLine>}
        {isTaking && <StateLine kind="wait">{t('figure.taking')}</StateLine>}
        {!readOnly && (
          <FileButton
            icon="gallery"
            accept={PICTURES}
            label={block.image === null ? t('figure.choose') : t('figure.replace')}
            onFiles={([file]) => file && void replace(file)}
          />
        )}
        {fault !== null && <Problem title={t('figure.notTaken')} text={t(`picture.fault.${fault}`)} />}
      </div>
      <div class={css.figureWords}>
        <TextField
          label={t('figure.alt')}
          fullLabel={t('figure.altOf', { name })}
          name={fieldName(blockKey, 'alt')}
          required
          invalid={isUnsaid}
          noteId={isUnsaid ? `${altId}-why` : undefined}
          rows={2}
          readOnly={readOnly}
          placeholder={t('figure.altEmpty')}
          value={block.alt}
          onFocus={() => actions.setCaret({ key: blockKey, part: 'main', at: 0 })}
          onValue={(alt) => actions.typeAlt(blockKey, alt)}
        />
        {isUnsaid && (
          <div id={`${altId}-why`}>
            <StateLine kind="stop">{t('figure.unsaid')}</StateLine>
          </div>
        )}
        <p class={css.fieldName} aria-hidden="true">
          {t('figure.caption')}
        </p>
        {caption}
      </div>
    </div>
  );
}
