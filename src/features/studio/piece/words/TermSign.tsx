import { useState } from 'preact/hooks';
import type { DraftTerm } from '../../../../authoring/draft/model.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/Button.tsx';
import { StateLine } from '../../../../ui/StateLine.tsx';
import type { Desk } from '../../shared/desk.ts';
import { FileButton } from './FileButton.tsx';
import { takeSign, type SignFault } from './take-media.ts';
import { editTerm, withoutPart } from './term-actions.ts';
import { useObjectUrl } from './use-object-url.ts';
import css from './TermEditor.module.css';

interface TermSignProps {
  readonly desk: Desk;
  readonly card: DraftTerm;
}

export function TermSign({ desk, card }: TermSignProps) {
  const t = useT('studio-words');
  const [state, setState] = useState<'idle' | 'working' | SignFault>('idle');
  const { sign } = card;
  const url = useObjectUrl(desk.attachments, sign);

  async function take(file: File): Promise<void> {
    setState('working');
    const clip = await takeSign(file, desk.attachments);
    if ('fault' in clip) return setState(clip.fault);
    setState('idle');
    editTerm(desk, card.id, (now) => ({ ...now, sign: clip }), 'sign');
  }

  return (
    <div class={css.media} role="group" aria-label={t('sign.title')}>
      <h3 class={css.label}>{t('sign.title')}</h3>
      {sign && url !== null && (
        <video class={css.clip} src={url} controls muted playsInline aria-label={t('sign.title')} />
      )}
      {sign && (
        <StateLine kind="ok">
          {t('sign.has', { seconds: formatNumber(Math.round(sign.durationSeconds ?? 0)) })}
        </StateLine>
      )}
      {sign?.hasAudio && <StateLine kind="plain">{t('sign.sound')}</StateLine>}
      <div class={css.acts}>
        <FileButton
          icon="film"
          accept="video/*"
          label={t(sign ? 'sign.change' : 'sign.choose')}
          onChoose={(file) =>
            void take(file).catch((error: unknown) => {
              console.error(error);
              setState('damaged');
            })
          }
        />
        {sign && (
          <Button
            icon="trash"
            onClick={() => editTerm(desk, card.id, (now) => withoutPart(now, 'sign'), 'sign-off')}
          >
            {t('sign.remove')}
          </Button>
        )}
      </div>
      {state === 'working' && <StateLine kind="wait">{t('sign.working')}</StateLine>}
      {state !== 'working' && state !== 'idle' && (
        <div role="alert">
          <StateLine kind="stop">{t(`sign.fault.${state}`)}</StateLine>
        </div>
      )}
    </div>
  );
}
