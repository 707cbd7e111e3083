import { useEffect, useState } from 'preact/hooks';
import type { SigningSpace } from '../../../core/sync/track.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { ChoiceGroup } from '../../../ui/ChoiceGroup.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import type { Attachments } from '../shared/desk.ts';
import { minutesOf, roomKind } from './room.ts';
import { stepSpace, wholePicture, type SpaceStep } from './signing-space-edit.ts';
import type { RecordedKind } from './track-edit.ts';
import type { CaptureControl } from './use-capture.ts';
import type { FrameFacts } from './use-frame-watch.ts';
import { useSoundLevel } from './use-sound-level.ts';
import css from './Recorder.module.css';

interface SetupPanelProps {
  readonly kind: RecordedKind;
  readonly control: CaptureControl;
  readonly frames: FrameFacts | null;
  readonly attachments: Attachments;
  readonly space: SigningSpace;
  readonly onSpace: (space: SigningSpace) => void;
  readonly startWords: string;
  readonly onStart: () => void;
}

const steps: readonly SpaceStep[] = ['widen', 'narrow', 'taller', 'shorter', 'left', 'right', 'up', 'down'];
/** As one sees oneself: the picture is mirrored. */
const mirrored: Partial<Record<SpaceStep, SpaceStep>> = { left: 'right', right: 'left' };

/** Before recording: which camera, is it good enough, is there room, and where the signer is. */
export function SetupPanel(props: SetupPanelProps) {
  const { kind, control, frames, attachments, space, onSpace, startWords, onStart } = props;
  const t = useT('studio-sign');
  const isSign = kind === 'sign';
  const room = useRoom(attachments);
  const roomIs = roomKind(room, kind);
  return (
    <section class={css.setup} aria-label={t(isSign ? 'setup.title' : 'setup.titleAudio')}>
      <h2 class={css.setupTitle}>{t(isSign ? 'setup.title' : 'setup.titleAudio')}</h2>
      {isSign && <p>{t('setup.guide')}</p>}
      <div class={css.watch} aria-live="polite">
        {isSign ? <FrameLines frames={frames} /> : <SoundLine control={control} />}
        <StateLine
          kind={
            roomIs === 'enough' ? 'ok' : roomIs === 'unknown' ? 'plain' : roomIs === 'none' ? 'stop' : 'wait'
          }
        >
          {t(`room.${roomIs}`, { minutes: formatNumber(room === null ? 0 : minutesOf(room, kind)) })}
        </StateLine>
        {isSign && <StateLine kind="plain">{t('setup.privacy')}</StateLine>}
      </div>
      <Button
        kind="main"
        solid
        wide
        onClick={onStart}
        blocked={roomIs === 'none' ? t('room.none') : undefined}
      >
        {startWords}
      </Button>
      {control.devices.length > 1 && (
        <ChoiceGroup
          label={t(isSign ? 'setup.camera' : 'setup.microphone')}
          value={control.device}
          choices={control.devices.map(({ id, label }, index) => ({
            value: id,
            label: label || t('setup.unnamed', { number: formatNumber(index + 1) }),
          }))}
          onChange={control.choose}
        />
      )}
      {isSign && (
        <fieldset class={css.space}>
          <legend>
            {t('space.title')}
            {': '}
            {t('space.said', {
              width: formatNumber(Math.round(space.width * 100)),
              height: formatNumber(Math.round(space.height * 100)),
            })}
          </legend>
          {steps.map((step) => (
            <Button key={step} onClick={() => onSpace(stepSpace(space, mirrored[step] ?? step))}>
              {t(`space.${step}`)}
            </Button>
          ))}
          <Button onClick={() => onSpace(wholePicture)}>{t('space.reset')}</Button>
        </fieldset>
      )}
    </section>
  );
}

function FrameLines({ frames }: { readonly frames: FrameFacts | null }) {
  const t = useT('studio-sign');
  if (frames === null || frames.frameRate === null)
    return <StateLine kind="wait">{t('watch.measuring')}</StateLine>;
  const { width, height, frameRate, light } = frames;
  const size = Math.min(width, height);
  // A camera said to give 25 or 30 measures 24.6 now and then.
  const isFast = frameRate >= 24;
  return (
    <>
      <StateLine kind={isFast ? 'ok' : 'stop'}>
        {t(isFast ? 'watch.rateOk' : 'watch.rateLow', { rate: formatNumber(frameRate) })}
      </StateLine>
      <StateLine kind={size >= 720 ? 'ok' : 'stop'}>
        {size >= 720 ? t('watch.sizeOk', { width, height }) : t('watch.small', { size })}
      </StateLine>
      {light !== null && (
        <StateLine kind={light === 'ok' ? 'ok' : 'wait'}>
          {t(light === 'ok' ? 'watch.lightOk' : `watch.${light}`)}
        </StateLine>
      )}
    </>
  );
}

function SoundLine({ control }: { readonly control: CaptureControl }) {
  const t = useT('studio-sign');
  const { capture } = control;
  const isHeard = useSoundLevel(capture.state === 'open' ? capture.stream : null);
  return <StateLine kind={isHeard ? 'ok' : 'wait'}>{t(isHeard ? 'watch.sound' : 'watch.quiet')}</StateLine>;
}

function useRoom(attachments: Attachments): number | null {
  const [room, setRoom] = useState<number | null>(null);
  useEffect(() => {
    void attachments.room().then(setRoom, () => setRoom(null));
  }, [attachments]);
  return room;
}
