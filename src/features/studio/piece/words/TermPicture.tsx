import { useState } from 'preact/hooks';
import type { DraftTerm } from '../../../../authoring/draft/model.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/Button.tsx';
import { StateLine } from '../../../../ui/StateLine.tsx';
import type { Desk } from '../../shared/desk.ts';
import { CardField } from './CardField.tsx';
import { FileButton } from '../../shared/FileButton.tsx';
import { PICTURES, takePicture, type PictureRefusal } from '../../shared/take-picture.ts';
import { useAttachmentUrl } from '../../shared/use-attachment-url.ts';
import { editTerm, withoutPart } from './term-actions.ts';
import css from './TermEditor.module.css';

interface TermPictureProps {
  readonly desk: Desk;
  readonly card: DraftTerm;
}

export function TermPicture({ desk, card }: TermPictureProps) {
  const t = useT('studio-words');
  const [state, setState] = useState<'idle' | 'working' | PictureRefusal>('idle');
  const { picture } = card;
  const url = useAttachmentUrl(desk.attachments, picture?.image.id);

  async function take(file: File): Promise<void> {
    setState('working');
    const taken = await takePicture(file, file.name, desk.attachments);
    if ('fault' in taken) return setState(taken.fault);
    const { attachment: image } = taken;
    setState('idle');
    editTerm(
      desk,
      card.id,
      (now) => ({ ...now, picture: { image, alt: now.picture?.alt ?? '' } }),
      'picture',
    );
  }

  return (
    <div class={css.media} role="group" aria-label={t('picture.title')}>
      <h3 class={css.label}>{t('picture.title')}</h3>
      {picture && url !== null && <img class={css.picture} src={url} alt={picture.alt} />}
      <div class={css.acts}>
        <FileButton
          icon="gallery"
          accept={PICTURES}
          label={t(picture ? 'picture.change' : 'picture.choose')}
          onFiles={([file]) =>
            file && void take(file).catch((error: unknown) => failed(error, () => setState('broken')))
          }
        />
        {picture && (
          <Button
            icon="trash"
            onClick={() => editTerm(desk, card.id, (now) => withoutPart(now, 'picture'), 'picture-off')}
          >
            {t('picture.remove')}
          </Button>
        )}
      </div>
      {state === 'working' && <StateLine kind="wait">{t('picture.working')}</StateLine>}
      {state !== 'working' && state !== 'idle' && (
        <div role="alert">
          <StateLine kind="stop">{t(`picture.fault.${state}`)}</StateLine>
        </div>
      )}
      {picture && (
        <CardField
          label={t('picture.alt')}
          hint={t('picture.altHint')}
          value={picture.alt}
          onInput={(alt) =>
            editTerm(
              desk,
              card.id,
              (now) => (now.picture ? { ...now, picture: { ...now.picture, alt } } : now),
              'alt',
            )
          }
        />
      )}
    </div>
  );
}

function failed(error: unknown, say: () => void): void {
  console.error(error);
  say();
}
