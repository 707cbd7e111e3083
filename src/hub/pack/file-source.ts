/** A pack in a file of this machine. */
import { open } from 'node:fs/promises';
import type { PackSource } from '../../core/shelf/pack/pack-source.ts';
import { readAt } from '../store/read-at.ts';

export interface FileSource extends PackSource {
  close(): Promise<void>;
}

export async function openFileSource(file: string): Promise<FileSource> {
  const handle = await open(file, 'r');
  const { size } = await handle.stat();
  return { size, slice: (start, end) => readAt(handle, start, end), close: () => handle.close() };
}
