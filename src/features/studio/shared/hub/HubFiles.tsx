import { useComputed, type ReadonlySignal } from '@preact/signals';
import { attachmentsIn } from '../../../../authoring/draft/attachments-in.ts';
import type { DraftPiece } from '../../../../authoring/draft/model.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Progress } from '../../../../ui/Progress.tsx';
import { StateLine } from '../../../../ui/StateLine.tsx';
import { percentOf } from './hub-line-state.ts';
import { askSync, NO_TRAFFIC, syncState, type FileTraffic, type MissingFile } from './sync-state.ts';
import css from './HubFiles.module.css';

interface HubFilesProps {
  readonly issue: string;
  /** Only these; all of the month's without. */
  readonly only?: ReadonlySet<string>;
}

/** Files on their way to the hub, and those that are only there. Nothing at all where there are none. */
export function HubFiles({ issue, only }: HubFilesProps) {
  const { connection, files, isPaused, isRecording } = syncState.value;
  const all = files[issue] ?? NO_TRAFFIC;
  if (connection !== 'on') return null;
  const missing = only === undefined ? all.missing : all.missing.filter(({ id }) => only.has(id));
  return (
    <>
      {missing.length > 0 && <Missing files={missing} />}
      {only === undefined && (all.toSend > 0 || all.refused.length > 0) && (
        <Sending traffic={all} waits={isRecording ? 'recording' : isPaused ? 'paused' : null} />
      )}
    </>
  );
}

interface HubFilesOfPieceProps {
  readonly issue: string;
  readonly piece: ReadonlySignal<DraftPiece>;
}

/** Those of one piece that are only on the hub. A keystroke in its text draws nothing here. */
export function HubFilesOfPiece({ issue, piece }: HubFilesOfPieceProps) {
  const ids = useComputed(() =>
    (syncState.value.files[issue]?.missing.length ?? 0) === 0
      ? ''
      : attachmentsIn(piece.value)
          .map(({ id }) => id)
          .join(' '),
  ).value;
  if (ids === '') return null;
  return <HubFiles issue={issue} only={new Set(ids.split(' '))} />;
}

const MEBIBYTE = 1024 * 1024;
const megabytes = (bytes: number): string => formatNumber(Math.max(1, Math.round(bytes / MEBIBYTE)));

function Missing({ files }: { readonly files: readonly MissingFile[] }) {
  const t = useT('studio');
  return (
    <section class={`${css.files} no-print`} aria-label={t('hub.missing.label')}>
      <StateLine kind="wait" icon="download" note={t('hub.missing.note')}>
        {t('hub.missing.title', { count: files.length })}
      </StateLine>
      <ul class={css.list}>
        {files.map((file) => (
          <li key={file.id} class={css.file}>
            <span class={css.name}>
              {t('hub.missing.file', { name: file.name, size: megabytes(file.bytes) })}
              {file.problem !== null && (
                <b>{t(file.problem === 'full' ? 'hub.missing.full' : 'hub.missing.failed')}</b>
              )}
            </span>
            {file.done === null ? (
              <Button icon="download" onClick={() => askSync({ ask: 'fetch', file: file.id })}>
                {t('hub.missing.fetch')}
                <span class="visually-hidden">{` ${file.name}`}</span>
              </Button>
            ) : (
              <span class={css.progress}>
                <Progress
                  label={file.name}
                  value={file.done}
                  max={file.bytes}
                  text={t('hub.missing.coming', {
                    percent: percentOf({ sent: file.done, toSend: file.bytes }),
                  })}
                />
                {t('hub.missing.coming', { percent: percentOf({ sent: file.done, toSend: file.bytes }) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface SendingProps {
  readonly traffic: FileTraffic;
  /** For what: a person's word, or the camera. */
  readonly waits: 'paused' | 'recording' | null;
}

function Sending({ traffic, waits }: SendingProps) {
  const t = useT('studio');
  const percent = percentOf(traffic);
  const left = megabytes(traffic.toSend - traffic.sent);
  return (
    <section class={`${css.files} no-print`} aria-label={t('hub.files.label')}>
      {traffic.toSend > 0 && (
        <>
          <StateLine kind="wait" icon={waits === null ? 'arrow-up' : 'pause'} note={t('hub.files.note')}>
            {t(`hub.files.${waits ?? 'sending'}`, { percent, left })}
          </StateLine>
          <Progress
            label={t('hub.files.label')}
            value={traffic.sent}
            max={traffic.toSend}
            text={t('hub.sending', { percent })}
          />
          {waits !== 'recording' && (
            <div>
              <Button
                icon={waits === null ? 'pause' : 'play'}
                onClick={() => askSync({ ask: waits === null ? 'pause' : 'resume' })}
              >
                {t(waits === null ? 'hub.files.pause' : 'hub.files.resume')}
              </Button>
            </div>
          )}
        </>
      )}
      {traffic.refused.map(({ id, name, code }) => (
        <StateLine key={id} kind="stop" note={t(`hub.refusedFile.${refusalOf(code)}`)}>
          {t('hub.fileRefused', { name })}
        </StateLine>
      ))}
    </section>
  );
}

function refusalOf(code: string): 'type' | 'big' | 'drawing' | 'bytes' | 'gone' | 'other' {
  if (code === 'upload-wrong-type' || code === 'upload-empty') return 'type';
  if (code === 'upload-too-big') return 'big';
  if (code === 'upload-unsafe-drawing') return 'drawing';
  if (code === 'upload-hash-mismatch') return 'bytes';
  return code === 'file-gone' ? 'gone' : 'other';
}
