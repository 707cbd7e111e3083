import { useEffect, useState } from 'preact/hooks';
import { formatNumber } from '../../../i18n/format.ts';
import { language } from '../../../i18n/i18n.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { sizeText } from '../../../ui/issue/sizes.ts';
import { StateLine } from '../../../ui/StateLine.tsx';
import type { Desk } from '../shared/desk.ts';
import { drop, leftRecordings, takeBack, type LeftRecording } from './rescue.ts';
import css from './SignStep.module.css';

/** After a crash: what was recorded is still there, offered before anything else. */
export function RescuePanel({ desk }: { readonly desk: Desk }) {
  const t = useT('studio-sign');
  const sizes = useT('library');
  const [left, setLeft] = useState<readonly LeftRecording[]>([]);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    void leftRecordings(desk).then(setLeft, () => setFailed(true));
  }, [desk]);
  const act = (recording: LeftRecording, work: typeof takeBack): void => {
    setFailed(false);
    work(desk, recording).then(
      () => setLeft((all) => all.filter(({ id }) => id !== recording.id)),
      () => setFailed(true),
    );
  };
  return (
    <>
      {hasFailed && <StateLine kind="stop">{t('rescue.failed')}</StateLine>}
      {left.map((recording) => (
        <section key={recording.id} class={css.rescue} role="alert" aria-label={t('rescue.title')}>
          <h2 class={css.heading}>{t('rescue.title')}</h2>
          <p>
            {t(recording.sentences > 0 ? 'rescue.text' : 'rescue.textLoose', {
              time: new Intl.DateTimeFormat(language.value, {
                dateStyle: 'medium',
                timeStyle: 'short',
              }).format(recording.startedMs),
              size: sizeText(sizes, recording.bytes),
              count: formatNumber(recording.sentences),
            })}
          </p>
          <div class={css.acts}>
            <Button kind="main" solid icon="check" onClick={() => act(recording, takeBack)}>
              {t('rescue.take')}
            </Button>
            <Button kind="main" icon="trash" onClick={() => act(recording, drop)}>
              {t('rescue.drop')}
            </Button>
          </div>
        </section>
      ))}
    </>
  );
}
