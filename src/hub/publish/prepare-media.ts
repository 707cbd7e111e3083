/** Sound or video of an issue folder: inspected, repaired where that needs no re-encoding, refused where it would. */
import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inspectMedia, type MediaFacts } from '../../authoring/media/inspect.ts';
import { judgeMedia, type MediaFinding, type MediaUse } from '../../authoring/media/judge.ts';
import { MediaError, type MediaErrorCode } from '../../authoring/media/media-error.ts';
import { repairMedia } from '../../authoring/media/repair.ts';
import { refToFile, type StagedBlob } from './blob.ts';
import { removeDates } from './undated.ts';

export interface PreparedMedia {
  /** Null when the file was refused. */
  readonly blob: StagedBlob | null;
  readonly findings: readonly MediaFinding[];
  readonly error?: MediaErrorCode;
}

/**
 * @param file Absolute.
 * @param temporary Where a repaired copy is put; the original is never touched.
 */
export async function prepareMedia(
  file: string,
  use: MediaUse,
  placeholder: boolean,
  temporary: string,
): Promise<PreparedMedia> {
  try {
    const facts = await inspectMedia(file);
    const findings = judgeMedia(facts, use, { placeholder });
    if (findings.some(({ action }) => action === 'refuse')) return { blob: null, findings };
    if (!findings.some(({ action }) => action === 'repair'))
      return { blob: await stage(file, facts), findings };
    const repaired = await repairMedia(file, { stripAudio: use === 'sign' || use === 'term' });
    removeDates(repaired);
    await mkdir(temporary, { recursive: true });
    const copy = path.join(temporary, randomUUID());
    await writeFile(copy, repaired);
    return { blob: await stage(copy, await inspectMedia(copy)), findings };
  } catch (error) {
    if (error instanceof MediaError) return { blob: null, findings: [], error: error.code };
    throw error;
  }
}

async function stage(file: string, facts: MediaFacts): Promise<StagedBlob> {
  const { kind, container, durationSeconds, width, height } = facts;
  const duration = Math.round(durationSeconds * 1000) / 1000;
  const ref =
    kind === 'video'
      ? await refToFile(file, 'mp4', {
          type: 'video/mp4',
          width: Math.round(width),
          height: Math.round(height),
          duration,
        })
      : container === 'mp3'
        ? await refToFile(file, 'mp3', { type: 'audio/mpeg', duration })
        : container === 'wav'
          ? await refToFile(file, 'wav', { type: 'audio/wav', duration })
          : await refToFile(file, 'm4a', { type: 'audio/mp4', duration });
  return { ref, source: { path: file } };
}
