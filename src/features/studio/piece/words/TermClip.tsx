import { useRef } from 'preact/hooks';
import type { DraftTerm } from '../../../../authoring/draft/model.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Progress } from '../../../../ui/Progress.tsx';
import { StateLine } from '../../../../ui/StateLine.tsx';
import type { Desk } from '../../shared/desk.ts';
import { FileButton } from '../../shared/FileButton.tsx';
import { ProblemList } from '../../shared/ProblemList.tsx';
import { useAttachmentUrl } from '../../shared/use-attachment-url.ts';
import { ClipTrim } from './ClipTrim.tsx';
import { takeClip, trimClip } from './take-clip.ts';
import { editTerm, putClip, withoutPart } from './term-actions.ts';
import { useClip, type ClipBench } from './use-clip.ts';
import css from './TermEditor.module.css';

interface TermClipProps {
  readonly desk: Desk;
  readonly card: DraftTerm;
  readonly part: 'sign' | 'audio';
}

/** A word is signed or said in a few seconds. */
const LONG_SECONDS = 15;
const KINDS = {
  sign: { icon: 'film', accept: 'video/*,.mp4,.mov,.m4v,.webm', use: 'term' },
  audio: { icon: 'speaker', accept: 'audio/*,video/mp4,video/quicktime', use: 'audio' },
} as const;

/** The card's own sign clip, or its sound: brought, prepared for tablets, cut, taken off. */
export function TermClip({ desk, card, part }: TermClipProps) {
  const t = useT('studio-words');
  const mediaRef = useRef<HTMLVideoElement & HTMLAudioElement>(null);
  const { [part]: clip } = card;
  const { icon, accept, use } = KINDS[part];
  const url = useAttachmentUrl(desk.attachments, clip?.id);
  const bench = useClip((made) => putClip(desk, card.id, part, made));
  const seconds = clip?.durationSeconds ?? 0;
  const title = t(`${part}.title`);

  return (
    <div class={css.media} role="group" aria-label={title}>
      <h3 class={css.label}>{title}</h3>
      {clip && url !== null && part === 'sign' && (
        <video ref={mediaRef} class={css.clip} src={url} controls muted playsInline aria-label={title} />
      )}
      {clip && url !== null && part === 'audio' && (
        // A word said by itself; the card above it is its transcript.
        // oxlint-disable-next-line jsx-a11y/media-has-caption
        <audio ref={mediaRef} class={css.sound} src={url} controls aria-label={title} />
      )}
      {clip && (
        <StateLine kind="ok">{t(`${part}.has`, { seconds: formatNumber(Math.round(seconds)) })}</StateLine>
      )}
      {seconds > LONG_SECONDS && <StateLine kind="wait">{t(`${part}.long`)}</StateLine>}
      <ClipState bench={bench} />
      {bench.work.state !== 'working' && (
        <>
          {clip && (
            <ClipTrim
              key={clip.id}
              seconds={seconds}
              now={() => mediaRef.current?.currentTime ?? 0}
              onTrim={(span) => bench.run((running) => trimClip(clip, span, use, desk.attachments, running))}
            />
          )}
          <div class={css.acts}>
            <FileButton
              icon={icon}
              accept={accept}
              label={t(clip ? `${part}.change` : `${part}.choose`)}
              onFiles={([file]) =>
                file && bench.run((running) => takeClip(file, use, desk.attachments, running))
              }
            />
            {clip && (
              <Button
                icon="trash"
                onClick={() => editTerm(desk, card.id, (now) => withoutPart(now, part), `${part}-off`)}
              >
                {t(`${part}.remove`)}
              </Button>
            )}
          </div>
        </>
      )}
    </div>
  );
}

function ClipState({ bench: { work, cancel } }: { readonly bench: ClipBench }) {
  const t = useT('studio-words');
  switch (work.state) {
    case 'idle':
      return null;
    case 'working': {
      const percent = formatNumber(Math.floor(work.fraction * 100));
      return (
        <>
          <p aria-live="polite">{t('clip.working')}</p>
          <Progress
            label={t('clip.working')}
            text={t('clip.amount', { percent })}
            value={work.fraction}
            max={1}
          />
          <Button icon="close" onClick={cancel}>
            {t('clip.cancel')}
          </Button>
        </>
      );
    }
    case 'done':
      return <ProblemList problems={work.problems} kind="wait" />;
    case 'failed':
      return (
        <div role="alert">
          <StateLine kind="stop">{t(`clip.failed.${work.reason}`)}</StateLine>
          <ProblemList problems={work.problems} kind="stop" />
          {work.cannotEncode && <StateLine kind="wait">{t('clip.cannotEncode')}</StateLine>}
        </div>
      );
  }
}
