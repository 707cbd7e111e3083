import { useComputed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { useT } from '../../../i18n/use-t.ts';
import type { EnginePlayer } from '../../../player/sentence-engine.ts';
import { Button } from '../../../ui/Button.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import { CaptionRow } from './CaptionRow.tsx';
import type { CaptionsDesk } from './captions-desk.ts';
import css from './CaptionList.module.css';

interface CaptionListProps {
  readonly captions: CaptionsDesk;
  readonly player: EnginePlayer | null;
}

/** Every caption in order, each with what it falls short of and the key that puts it right. */
export function CaptionList({ captions, player }: CaptionListProps) {
  const t = useT('studio-captions');
  const cues = captions.cues.value;
  const findings = captions.findings.value;
  const selected = captions.selected.value;
  const { language } = captions.desk.piece.value;
  const canWrite = captions.desk.canWrite.value;
  const options = captions.options.value;
  // Only the caption whose turn begins or ends is drawn again while the film plays.
  const playing = useComputed(() => {
    const now = player?.frameSeconds.value ?? -1;
    return captions.cues.value.findIndex(({ start, end }) => now >= start - 0.0005 && now < end);
  });
  const shared = useMemo(
    () => ({ captions, player, playing, language, canWrite, options }),
    [captions, player, playing, language, canWrite, options],
  );
  return (
    <section class={css.list} aria-label={t('list.title')}>
      <div class={css.head}>
        <h2 class={css.title}>{t('list.count', { count: cues.length })}</h2>
        {findings === 0 ? (
          <StateLine kind="ok">{t('list.good')}</StateLine>
        ) : (
          <StateLine kind="wait" icon="warning">
            {t('list.findings', { count: findings })}
          </StateLine>
        )}
        {canWrite && findings > 0 && (
          <Button kind="main" icon="check" onClick={captions.fixAll}>
            {t('list.fixAll')}
          </Button>
        )}
      </div>
      <ol class={css.rows}>
        {cues.map((cue, index) => (
          <CaptionRow
            // The place is what a row is: captions have no id, and typing must not lose its field.
            key={index}
            shared={shared}
            index={index}
            cue={cue}
            before={cues[index - 1]}
            next={cues[index + 1]}
            isSelected={selected === index}
          />
        ))}
      </ol>
    </section>
  );
}
