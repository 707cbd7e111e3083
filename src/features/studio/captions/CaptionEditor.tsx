import { useId, useRef, useState } from 'preact/hooks';
import type { DraftCaption } from '../../../authoring/draft/model.ts';
import { readingLength, widthOf } from '../../../core/captions/width.ts';
import { useT } from '../../../i18n/use-t.ts';
import type { EnginePlayer } from '../../../player/sentence-engine.ts';
import { Button } from '../../../ui/Button.tsx';
import type { CaptionsDesk } from './captions-desk.ts';
import { clockText, parseClock } from './clock.ts';
import { playSpan } from './play-span.ts';
import { SoundSheet } from './SoundSheet.tsx';
import css from './CaptionEditor.module.css';

interface CaptionEditorProps {
  readonly captions: CaptionsDesk;
  readonly player: EnginePlayer | null;
  readonly index: number;
  readonly cue: DraftCaption;
}

/** One caption opened: its words, its times, and what can be done with it. */
export function CaptionEditor({ captions, player, index, cue }: CaptionEditorProps) {
  const t = useT('studio-captions');
  const id = useId();
  const fieldRef = useRef<HTMLTextAreaElement>(null);
  const [isSoundOpen, setSoundOpen] = useState(false);
  const canWrite = captions.desk.canWrite.value;
  const { language } = captions.desk.piece.value;
  const perSecond = Math.round((readingLength(cue.text) / (cue.end - cue.start)) * 10) / 10;
  const longest = Math.max(...cue.text.split('\n').map(widthOf));
  const isLast = index === captions.cues.value.length - 1;

  const play = player && (
    <Button icon="play" onClick={() => playSpan(player, cue, captions.options.peek().framesPerSecond ?? 25)}>
      {t('edit.play')}
    </Button>
  );
  if (!canWrite) return <div class={css.editor}>{play}</div>;
  return (
    <div class={css.editor}>
      <label class={css.label} htmlFor={id}>
        {t('edit.words')}
      </label>
      <textarea
        id={id}
        ref={fieldRef}
        class={css.field}
        lang={language}
        rows={2}
        value={cue.text}
        aria-describedby={`${id}-facts`}
        onInput={(event) => captions.setText(index, event.currentTarget.value)}
      />
      <p id={`${id}-facts`} class={css.facts}>
        {t('edit.facts', { perSecond, longest })}
      </p>
      <div class={css.times}>
        <Time
          label={t('edit.start')}
          seconds={cue.start}
          player={player}
          onTime={(start) => captions.setTimes(index, { start })}
        />
        <Time
          label={t('edit.end')}
          seconds={cue.end}
          player={player}
          onTime={(end) => captions.setTimes(index, { end })}
        />
      </div>
      <div class={css.buttons}>
        {play}
        <Button onClick={() => captions.split(index, fieldRef.current?.selectionStart ?? null)}>
          {t('edit.split')}
        </Button>
        {!isLast && <Button onClick={() => captions.merge(index)}>{t('edit.merge')}</Button>}
        {index > 0 && <Button onClick={() => captions.closeGap(index)}>{t('edit.closeGap')}</Button>}
        <Button icon="speaker" onClick={() => setSoundOpen(true)}>
          {t('sound.open')}
        </Button>
        <Button icon="trash" onClick={() => captions.remove(index)}>
          {t('edit.remove')}
        </Button>
      </div>
      <p class={css.facts}>{t('edit.splitNote')}</p>
      {isSoundOpen && (
        <SoundSheet
          captions={captions}
          text={cue.text}
          onText={(text) => captions.setText(index, text)}
          onClose={() => setSoundOpen(false)}
        />
      )}
    </div>
  );
}

interface TimeProps {
  readonly label: string;
  readonly seconds: number;
  readonly player: EnginePlayer | null;
  /** False where it was not taken. */
  readonly onTime: (seconds: number) => boolean;
}

/** A time to type, to nudge, or to take from the picture. */
function Time({ label, seconds, player, onTime }: TimeProps) {
  const t = useT('studio-captions');
  const id = useId();
  // While it is typed it is no time yet.
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  function take(text: string): void {
    const parsed = parseClock(text);
    const isTaken = parsed !== null && (Math.abs(parsed - seconds) < 0.005 || onTime(parsed));
    setWrong(!isTaken);
    setTyped(isTaken ? null : text);
  }
  return (
    <fieldset class={css.time}>
      <legend class={css.label}>{label}</legend>
      <div class={css.row}>
        <Button aria-label={t('edit.earlier', { what: label })} onClick={() => onTime(seconds - 0.1)}>
          −0.1
        </Button>
        <input
          id={id}
          class={css.clock}
          type="text"
          inputMode="decimal"
          aria-label={label}
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? `${id}-wrong` : undefined}
          value={typed ?? clockText(seconds)}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onBlur={() => typed !== null && take(typed)}
          onKeyDown={(event) => event.key === 'Enter' && typed !== null && take(typed)}
        />
        <Button aria-label={t('edit.later', { what: label })} onClick={() => onTime(seconds + 0.1)}>
          +0.1
        </Button>
        {player && (
          <Button
            aria-label={t('edit.nowFor', { what: label })}
            onClick={() => onTime(player.frameSeconds.value)}
          >
            {t('edit.now')}
          </Button>
        )}
      </div>
      {isWrong && (
        <p id={`${id}-wrong`} class={css.wrong} role="alert">
          {t('edit.wrongTime')}
        </p>
      )}
    </fieldset>
  );
}
