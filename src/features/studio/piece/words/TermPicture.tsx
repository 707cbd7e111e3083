import { useState } from 'preact/hooks';
import type { DraftTerm } from '../../../../authoring/draft/model.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/Button.tsx';
import { StateLine } from '../../../../ui/StateLine.tsx';
import type { Desk } from '../../shared/desk.ts';
import { CardField } from './CardField.tsx';
import { FileButton } from './FileButton.tsx';
import { takePicture, type PictureRefusal } from './take-media.ts';
import { editTerm, withoutPart } from './term-actions.ts';
import { useObjectUrl } from './use-object-url.ts';
import css from './TermEditor.module.css';

interface TermPictureProps {
  readonly desk: Desk;
  readonly card: DraftTerm;
}

export function TermPicture({ desk, card }: TermPictureProps) {
  const t = useT('studio-words');
  const [state, setState] = useState<'idle' | 'working' | PictureRefusal>('idle');
  const { picture } = card;
  const url = useObjectUrl(desk.attachments, picture?.image);

  async function take(file: File): Promise<void> {
    setState('working');
    const image = await takePicture(file, desk.attachments);
    if ('fault' in image) return setState(image.fault);
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
          accept="image/*"
          label={t(picture ? 'picture.change' : 'picture.choose')}
          onChoose={(file) =>
            void take(file).catch((error: unknown) => failed(error, () => setState('broken')))
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
