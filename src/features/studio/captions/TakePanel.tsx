import { useId, useState } from 'preact/hooks';
import { useT } from '../../../i18n/use-t.ts';
import type { EnginePlayer } from '../../../player/sentence-engine.ts';
import { Button } from '../../../ui/Button.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import type { CaptionsDesk } from './captions-desk.ts';
import { clockText } from './clock.ts';
import { SoundSheet } from './SoundSheet.tsx';
import css from './TakePanel.module.css';

interface TakePanelProps {
  readonly captions: CaptionsDesk;
  readonly player: EnginePlayer;
}

/** A new caption: words, a tap where it begins, a tap where it ends. */
export function TakePanel({ captions, player }: TakePanelProps) {
  const t = useT('studio-captions');
  const fieldId = useId();
  const [isSoundOpen, setSoundOpen] = useState(false);
  const take = captions.take.value;
  const needs = captions.needs.value;
  const { language } = captions.desk.piece.value;
  const hasTimes = take.start !== null && take.end !== null;
  return (
    <section class={css.take} aria-labelledby={`${fieldId}-title`}>
      <h2 id={`${fieldId}-title`} class={css.title}>
        {t('take.title')}
      </h2>
      {take.waiting.length > 0 && (
        <div class={css.waiting}>
          <p>{t('take.waiting', { count: take.waiting.length })}</p>
          <Button kind="quiet" onClick={captions.skipLine}>
            {t('take.skip')}
          </Button>
        </div>
      )}
      <label class={css.label} htmlFor={fieldId}>
        {t('take.words')}
      </label>
      <textarea
        id={fieldId}
        class={css.field}
        lang={language}
        rows={2}
        value={take.text}
        onInput={(event) => captions.typeTake(event.currentTarget.value)}
      />
      <div class={css.taps}>
        <Button kind="main" icon="arrow-right" onClick={() => captions.markIn(player.frameSeconds.value)}>
          {t('take.in')}
        </Button>
        <Button kind="main" icon="check" onClick={() => captions.markOut(player.frameSeconds.value)}>
          {t('take.out')}
        </Button>
        <Button icon="speaker" onClick={() => setSoundOpen(true)}>
          {t('sound.open')}
        </Button>
      </div>
      <div aria-live="polite">
        {needs !== null && <StateLine kind="wait">{t(`take.needs.${needs}`)}</StateLine>}
        {needs === null && take.start !== null && !hasTimes && (
          <StateLine kind="plain" icon="clock">
            {t('take.begun', { time: clockText(take.start) })}
          </StateLine>
        )}
      </div>
      {hasTimes && (
        <Button kind="main" solid icon="check" onClick={captions.addTake}>
          {t('take.add')}
        </Button>
      )}
      {isSoundOpen && (
        <SoundSheet
          captions={captions}
          text={take.text}
          onText={captions.typeTake}
          onClose={() => setSoundOpen(false)}
        />
      )}
    </section>
  );
}
