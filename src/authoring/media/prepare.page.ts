/** The page of prepare-in-browser.test.ts: prepares and cuts files the test put beside it, and hands the results back. */
import type { Segment } from '../../core/sync/takes.ts';
import { cutInto } from './cut.ts';
import { memoryFile } from './growing-file.ts';
import type { MediaUse } from './judge.ts';
import { videoPlan } from './plan.ts';
import { lookInto, prepareInto, typeOfPrepared } from './prepare.ts';

async function take(name: string): Promise<Blob> {
  return (await fetch(`/files/${name}`)).blob();
}

async function give(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  await fetch(`/files/${name}`, { method: 'PUT', body: bytes });
}

const mediaPage = {
  async prepare(name: string, use: MediaUse, result: string) {
    const blob = await take(name);
    const looked = await lookInto(blob, use);
    const file = memoryFile();
    const progress: number[] = [];
    const started = performance.now();
    await prepareInto(blob, looked, use, file, { onProgress: (fraction) => progress.push(fraction) });
    const seconds = (performance.now() - started) / 1000;
    const type = typeOfPrepared(looked.plan.do, use);
    if (type !== null) await give(result, file.bytes());
    return { ...looked, type, progress, seconds };
  },
  /** Cancelled when this much is done; resolves to the error's name. */
  async cancel(name: string, at: number) {
    const blob = await take(name);
    const looked = await lookInto(blob, 'sign');
    const file = memoryFile();
    const stop = new AbortController();
    const onProgress = (fraction: number): void => {
      if (fraction >= at) stop.abort();
    };
    try {
      await prepareInto(blob, looked, 'sign', file, { signal: stop.signal, onProgress });
      return 'not cancelled';
    } catch (error) {
      return error instanceof DOMException ? error.name : String(error);
    }
  },
  /** The disk is full after so many bytes; resolves to the error's message. */
  async full(name: string, bytes: number) {
    const blob = await take(name);
    const looked = await lookInto(blob, 'sign');
    const memory = memoryFile();
    const file = {
      writeAt: memory.writeAt,
      append: async (more: Uint8Array<ArrayBuffer>) => {
        if (memory.bytes().byteLength + more.byteLength > bytes) throw new Error('the disk is full');
        await memory.append(more);
      },
    };
    try {
      await prepareInto(blob, looked, 'sign', file);
      return 'written';
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  },
  async cut(segments: readonly Segment[], use: 'sign' | 'audio', result: string) {
    const files = new Map<string, Blob>();
    for (const { file } of segments) files.set(file, await take(file));
    const [first] = files.values();
    if (!first) throw new Error('No segment');
    const { facts } = await lookInto(first, use);
    const file = memoryFile();
    await cutInto(
      {
        segments,
        files,
        result: use === 'sign' ? { kind: 'sign', video: videoPlan(facts) } : { kind: 'audio', as: 'wav' },
      },
      file,
    );
    await give(result, file.bytes());
  },
};

declare global {
  interface Window {
    mediaPage: typeof mediaPage;
  }
}
window.mediaPage = mediaPage;
