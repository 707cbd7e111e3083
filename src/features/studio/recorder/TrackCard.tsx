import { useState } from 'preact/hooks';
import { sentencesOfPiece, type DraftTrack } from '../../../authoring/draft/model.ts';
import { formatDuration, formatNumber } from '../../../i18n/format.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { sizeText } from '../../../ui/issue/sizes.ts';
import { Sheet } from '../../../ui/Sheet.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import type { Desk } from '../shared/desk.ts';
import { FileButton } from '../shared/FileButton.tsx';
import { finishRecording, importMedia, kindOf, prepareOriginal } from './finish-track.ts';
import { lastTakes } from './recorder-state.ts';
import { removeTrack } from './track-edit.ts';
import { TrackDetails } from './TrackDetails.tsx';
import type { WorkBench } from './work.ts';
import { WorkPanel } from './WorkPanel.tsx';
import css from './SignStep.module.css';

interface TrackCardProps {
  readonly desk: Desk;
  readonly track: DraftTrack;
  readonly bench: WorkBench;
  readonly hasText: boolean;
  readonly onRecord: () => void;
  readonly onMark: () => void;
}

/** One track: what there is of it, what is missing, and what can be done now. */
export function TrackCard({ desk, track, bench, hasText, onRecord, onMark }: TrackCardProps) {
  const t = useT('studio-sign');
  const [isRemoving, setRemoving] = useState(false);
  const isAudio = kindOf(track) === 'audio';
  const canWrite = desk.canWrite.value;
  const isBusy = bench.now.value.state === 'running';
  const hasTakes = (track.takes?.length ?? 0) > 0;
  const isUnprepared = track.media === null && track.original !== undefined;

  const take = (file: File | undefined): void => {
    if (file) void bench.run('import', track.id, (running) => importMedia(desk, track.id, file, running));
  };
  const finish = (): void =>
    void bench.run('finish', track.id, (running) => finishRecording(desk, track.id, running));
  return (
    <article class={css.card} data-track={track.id} aria-label={track.title}>
      <h3 class={css.title} lang="zh-Hans">
        {track.title}
      </h3>
      <TrackState desk={desk} track={track} />
      <WorkPanel bench={bench} track={track.id} isAudio={isAudio} />
      {canWrite && !isBusy && (
        <div class={css.acts}>
          {hasTakes && (
            <Button kind="main" solid onClick={finish}>
              {t(isAudio ? 'track.finishAudio' : 'track.finish')}
            </Button>
          )}
          {isUnprepared && !hasTakes && (
            <Button
              kind="main"
              solid
              onClick={() =>
                void bench.run('import', track.id, (running) => prepareOriginal(desk, track.id, running))
              }
            >
              {t('track.prepare')}
            </Button>
          )}
          {hasText && (
            <Button
              kind="main"
              solid={track.media === null && !hasTakes && !isUnprepared}
              icon={isAudio ? 'recitation' : 'hands'}
              onClick={onRecord}
            >
              {t(
                track.media && !hasTakes
                  ? 'track.recordAgain'
                  : hasTakes
                    ? 'track.recordOn'
                    : isAudio
                      ? 'track.recordAudio'
                      : 'track.record',
              )}
            </Button>
          )}
          {track.media && hasText && (
            <Button kind="main" icon="clock" onClick={onMark}>
              {t(track.marks.length === 0 ? 'track.mark' : 'track.adjust')}
            </Button>
          )}
          <FileButton
            label={t(
              track.media || track.original
                ? isAudio
                  ? 'track.importAgainAudio'
                  : 'track.importAgain'
                : isAudio
                  ? 'track.importAudio'
                  : 'track.import',
            )}
            fieldLabel={t(isAudio ? 'track.importAudio' : 'track.import')}
            accept={
              isAudio ? 'audio/*,video/mp4,video/quicktime' : 'video/mp4,video/quicktime,video/webm,video/*'
            }
            onFiles={([file]) => take(file)}
          />
          <Button icon="trash" kind="quiet" onClick={() => setRemoving(true)}>
            {t('track.remove')}
          </Button>
        </div>
      )}
      <TrackDetails desk={desk} track={track} />
      {isRemoving && (
        <Sheet
          title={t('track.remove')}
          onClose={() => setRemoving(false)}
          actions={
            <>
              <Button kind="main" onClick={() => setRemoving(false)}>
                {t('track.keep')}
              </Button>
              <Button
                kind="main"
                icon="trash"
                onClick={() => {
                  setRemoving(false);
                  desk.change('remove', (piece) => removeTrack(piece, track.id));
                }}
              >
                {t('track.removeYes')}
              </Button>
            </>
          }
        >
          <p>{t('track.removeAsk', { title: track.title })}</p>
        </Sheet>
      )}
    </article>
  );
}

function TrackState({ desk, track }: { readonly desk: Desk; readonly track: DraftTrack }) {
  const t = useT('studio-sign');
  const sizes = useT('library');
  const isAudio = kindOf(track) === 'audio';
  const sentences = sentencesOfPiece(desk.piece.value);
  const marked = new Set(track.marks.map(({ sentence }) => sentence));
  const missing = sentences.filter(({ id }) => !marked.has(id)).length;
  const total = formatNumber(sentences.length);
  const takes = lastTakes(track.takes ?? []).size;
  const { media } = track;
  return (
    <div class={css.state}>
      {takes > 0 ? (
        <StateLine kind="wait">
          {t(isAudio ? 'track.takesAudio' : 'track.takes', { done: formatNumber(takes), total })}
        </StateLine>
      ) : media === null ? (
        <StateLine kind={track.original ? 'wait' : 'plain'}>
          {t(track.original ? 'track.unprepared' : 'track.empty')}
        </StateLine>
      ) : (
        <StateLine kind={missing === 0 ? 'ok' : 'wait'}>
          {missing === 0
            ? t('track.ready', { total })
            : t('track.uncovered', { missing: formatNumber(missing), total })}
        </StateLine>
      )}
      {media && (
        <p class={css.note}>
          {isAudio
            ? t('track.factsAudio', {
                time: formatDuration(media.durationSeconds ?? 0),
                size: sizeText(sizes, media.bytes),
              })
            : t('track.facts', {
                width: media.width ?? 0,
                height: media.height ?? 0,
                rate: formatNumber(media.frameRate ?? 0, { maximumFractionDigits: 1 }),
                time: formatDuration(media.durationSeconds ?? 0),
                size: sizeText(sizes, media.bytes),
              })}
        </p>
      )}
    </div>
  );
}
