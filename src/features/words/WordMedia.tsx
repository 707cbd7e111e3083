import { useRef, useState } from 'preact/hooks';
import type { IssueTerm } from '../../core/shelf/issue.ts';
import { useT } from '../../i18n/use-t.ts';
import { useBookcase } from '../../library/bookcase-context.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { StateLine } from '../../ui/StateLine.tsx';
import css from './WordCard.module.css';

/** A word signed and a word said. Neither is fetched before it is asked for. */
export function WordMedia({ term }: { readonly term: IssueTerm }) {
  const { sign, audio } = term;
  if (sign === undefined && audio === undefined) return null;
  return (
    <div class={`${css.media} no-print`}>
      {sign !== undefined && <SignClip word={term.word} sign={sign} />}
      {audio !== undefined && <AudioClip audio={audio} />}
    </div>
  );
}

function SignClip({ word, sign }: { readonly word: string; readonly sign: NonNullable<IssueTerm['sign']> }) {
  const t = useT('words');
  const common = useT('common');
  const bookcase = useBookcase();
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<'closed' | 'open' | 'failed'>('closed');

  function watch(): void {
    setState('open');
    playFromStart(video.current).catch(() => setState('failed'));
  }

  return (
    <div class={css.clip}>
      {state === 'open' && (
        // Silent by nature: a signed word has no sound to caption.
        // oxlint-disable-next-line jsx-a11y/media-has-caption
        <video
          ref={video}
          class={css.video}
          src={bookcase.urlOf(sign.media)}
          width={sign.media.width}
          height={sign.media.height}
          aria-label={t('signOf', { word })}
          autoPlay
          muted
          playsInline
          // It opens above the button that was tapped, perhaps out of sight.
          onLoadedData={(event) => event.currentTarget.scrollIntoView({ block: 'nearest' })}
          onError={() => setState('failed')}
        />
      )}
      <Button icon={state === 'open' ? 'again' : 'sign'} onClick={watch}>
        {t(state === 'open' ? 'watchAgain' : 'watchSign')}
      </Button>
      {sign.placeholder && <Badge kind="sample">{common('badge.placeholder')}</Badge>}
      {state === 'failed' && <MediaFailed />}
    </div>
  );
}

function AudioClip({ audio }: { readonly audio: NonNullable<IssueTerm['audio']> }) {
  const t = useT('words');
  const common = useT('common');
  const bookcase = useBookcase();
  const player = useRef<HTMLAudioElement>(null);
  const [hasFailed, setHasFailed] = useState(false);

  function listen(): void {
    setHasFailed(false);
    playFromStart(player.current).catch(() => setHasFailed(true));
  }

  return (
    <div class={css.clip}>
      {/* One word said aloud, and the word is written above. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <audio ref={player} src={bookcase.urlOf(audio.media)} preload="none" />
      <Button icon="speaker" onClick={listen}>
        {t('listen')}
      </Button>
      {audio.placeholder && <Badge kind="sample">{common('badge.placeholder')}</Badge>}
      {hasFailed && <MediaFailed />}
    </div>
  );
}

/** Does nothing for a clip that is only now being opened: that one plays by itself. */
async function playFromStart(media: HTMLMediaElement | null): Promise<void> {
  if (media === null) return;
  media.currentTime = 0;
  await media.play();
}

function MediaFailed() {
  const t = useT('words');
  return (
    <StateLine kind="wait" icon="offline">
      {t('mediaFailed')}
    </StateLine>
  );
}
