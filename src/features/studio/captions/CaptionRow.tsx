import { useComputed, type ReadonlySignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { DraftCaption } from '../../../authoring/draft/model.ts';
import { checkCaptions, type CaptionFinding } from '../../../core/captions/checks.ts';
import { proposeFix } from '../../../core/captions/fix.ts';
import type { FixOptions } from '../../../core/captions/room.ts';
import { useT } from '../../../i18n/use-t.ts';
import type { EnginePlayer } from '../../../player/sentence-engine.ts';
import { Button } from '../../../ui/Button.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import { CaptionEditor } from './CaptionEditor.tsx';
import type { CaptionsDesk } from './captions-desk.ts';
import { clockText } from './clock.ts';
import { firstFrameOf } from './film-steps.ts';
import { useNear } from './use-near.ts';
import css from './CaptionList.module.css';

export interface RowShared {
  readonly captions: CaptionsDesk;
  readonly player: EnginePlayer | null;
  readonly playing: ReadonlySignal<number>;
  readonly language: string;
  readonly canWrite: boolean;
  readonly options: FixOptions;
}

interface CaptionRowProps {
  readonly shared: RowShared;
  readonly index: number;
  readonly cue: DraftCaption;
  readonly before: DraftCaption | undefined;
  readonly next: DraftCaption | undefined;
  readonly isSelected: boolean;
}

/** Of a thousand rows only those are drawn again whose caption or neighbour changed. */
export function CaptionRow({ shared, index, cue, before, next, isSelected }: CaptionRowProps) {
  return useMemo(
    () => <Row shared={shared} index={index} cue={cue} before={before} next={next} isSelected={isSelected} />,
    [shared, index, cue, before, next, isSelected],
  );
}

function Row({ shared, index, cue, before, next, isSelected }: CaptionRowProps) {
  const t = useT('studio-captions');
  const { captions, player, playing, language, canWrite, options } = shared;
  const ref = useRef<HTMLLIElement>(null);
  const isNear = useNear(ref);
  const isPlaying = useComputed(() => playing.value === index).value;
  const findings = useMemo(
    () =>
      checkCaptions(before ? [before, cue] : [cue], options)
        .filter((finding) => finding.index === (before ? 1 : 0))
        .sort((a, b) => weight(a) - weight(b)),
    [before, cue, options],
  );
  const choose = (): void => {
    captions.select(isSelected ? null : index);
    if (isSelected) return;
    player?.pause();
    player?.seek(firstFrameOf(cue.start, options.framesPerSecond ?? 25));
  };
  return (
    <li
      ref={ref}
      class={css.row}
      data-cue={index}
      aria-current={isPlaying ? 'true' : undefined}
      data-selected={isSelected || undefined}
    >
      <button type="button" class={css.main} aria-expanded={isSelected} onClick={choose}>
        <span class={css.number}>{t('list.number', { number: index + 1 })}</span>
        <span class={css.times}>
          {t('list.times', { start: clockText(cue.start), end: clockText(cue.end) })}
          {isPlaying && <span class={css.playing}>{t('list.playing')}</span>}
        </span>
        <span class={css.text} lang={language}>
          {cue.text.trim() === '' ? t('list.empty') : cue.text}
        </span>
      </button>
      {(isNear || isSelected) && (
        <Findings
          captions={captions}
          index={index}
          findings={findings}
          isOpen={isSelected}
          canWrite={canWrite}
          options={options}
          next={next}
        />
      )}
      {isSelected && <CaptionEditor captions={captions} player={player} index={index} cue={cue} />}
    </li>
  );
}

/** What hinders most first. */
const order: readonly CaptionFinding['code'][] = [
  'caption-empty',
  'caption-too-fast',
  'caption-overlap',
  'caption-short',
  'caption-lines',
  'caption-line-long',
  'caption-gap',
  'caption-long',
  'caption-sound-brackets',
  'caption-end-mark',
  'caption-fast',
];

function weight({ code }: CaptionFinding): number {
  return order.indexOf(code);
}

interface FindingsProps {
  readonly captions: CaptionsDesk;
  readonly index: number;
  readonly findings: readonly CaptionFinding[];
  /** All of them, not only the worst. */
  readonly isOpen: boolean;
  readonly canWrite: boolean;
  readonly options: FixOptions;
  readonly next: DraftCaption | undefined;
}

function Findings({ captions, index, findings, isOpen, canWrite, options, next }: FindingsProps) {
  const t = useT('studio-captions');
  // Trying a fix costs more than drawing it, so only when this caption or a neighbour has changed.
  const shown = useMemo(() => {
    const cues = captions.cues.peek();
    // What it may grow into is the gap before the next one.
    const isCurrent = cues[index + 1] === next;
    return (isOpen ? findings : findings.slice(0, 1)).map((finding) => ({
      finding,
      fix: isCurrent ? (proposeFix(cues, index, finding.code, options)?.fix ?? null) : null,
    }));
  }, [captions, index, findings, isOpen, options, next]);
  const more = findings.length - shown.length;
  if (findings.length === 0) return null;
  return (
    <ul class={css.findings} aria-label={t('list.findingsOf', { number: index + 1 })}>
      {shown.map(({ finding, fix }) => {
        const isHard = finding.code !== 'caption-fast';
        return (
          <li key={finding.code} class={css.finding}>
            <StateLine kind={isHard ? 'wait' : 'plain'} {...(isHard && { icon: 'warning' as const })}>
              {t(`finding.${finding.code}`, finding.params)}
              {fix === null && isHard && <span class={css.advice}>{t(`advice.${finding.code}`)}</span>}
            </StateLine>
            {canWrite && fix !== null && (
              <Button
                aria-label={t('list.fixOf', { fix: t(`fix.${fix}`), number: index + 1 })}
                onClick={() => captions.fix(index, finding.code)}
              >
                {t(`fix.${fix}`)}
              </Button>
            )}
          </li>
        );
      })}
      {more > 0 && <li class={css.more}>{t('list.more', { count: more })}</li>}
    </ul>
  );
}
