/** Sound or video of an issue folder: inspected, repaired where that needs no re-encoding, refused where it would. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { GrowingFile } from '../../authoring/media/growing-file.ts';
import { inspectMedia, type MediaFacts } from '../../authoring/media/inspect.ts';
import { judgeMedia, type MediaFinding, type MediaUse } from '../../authoring/media/judge.ts';
import { MediaError, type MediaErrorCode } from '../../authoring/media/media-error.ts';
import { repairInto, repairMedia } from '../../authoring/media/repair.ts';
import { refToFile, type StagedBlob } from './blob.ts';
import { removeDates, removeDatesIn, writeAll } from './undated.ts';

/** Twice as much is held while it is repaired. */
const inMemoryBytes = 64 * 1024 * 1024;

export interface PreparedMedia {
  /** Null when the file was refused. */
  readonly blob: StagedBlob | null;
  readonly findings: readonly MediaFinding[];
  readonly error?: MediaErrorCode;
}

/**
 * @param file Absolute.
 * @param temporary Where a repaired copy is put; the original is never touched.
 * @param largest What is larger is not repaired in memory.
 */
export async function prepareMedia(
  file: string,
  use: MediaUse,
  placeholder: boolean,
  temporary: string,
  largest = inMemoryBytes,
): Promise<PreparedMedia> {
  try {
    const facts = await inspectMedia(file);
    const findings = judgeMedia(facts, use, { placeholder });
    if (findings.some(({ action }) => action === 'refuse')) return { blob: null, findings };
    if (!findings.some(({ action }) => action === 'repair'))
      return { blob: await stage(file, facts), findings };
    await mkdir(temporary, { recursive: true });
    const copy = path.join(temporary, randomUUID());
    if (facts.sizeBytes <= largest) {
      const repaired = await repairMedia(file, { stripAudio: use === 'sign' || use === 'term' });
      removeDates(repaired);
      await writeFile(copy, repaired);
    } else await repairLarge(file, { facts, use, copy });
    return { blob: await stage(copy, await inspectMedia(copy)), findings };
  } catch (error) {
    if (error instanceof MediaError) return { blob: null, findings: [], error: error.code };
    throw error;
  }
}

/** A film of an hour takes no more memory than a short one; its index only has some room to spare. */
async function repairLarge(
  file: string,
  { facts, use, copy }: { readonly facts: MediaFacts; readonly use: MediaUse; readonly copy: string },
): Promise<void> {
  const handle = await open(copy, 'wx+');
  try {
    let size = 0;
    const growing: GrowingFile = {
      async append(bytes) {
        await writeAll(handle, bytes, size);
        size += bytes.byteLength;
      },
      writeAt: (position, bytes) => writeAll(handle, bytes, position),
    };
    await repairInto(file, { facts, use, file: growing });
    await removeDatesIn(handle);
  } finally {
    await handle.close();
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
