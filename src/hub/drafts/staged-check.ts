/** Whether an uploaded file is what was said of it, to the last byte. */
import { open, readFile } from 'node:fs/promises';
import { svgFault } from '../publish/svg-safety.ts';
import { readAt } from '../store/read-at.ts';
import { hashOfFile } from './attachment-folder.ts';
import { capOf, claimedKind, contentKind, HEAD_BYTES } from './content-kind.ts';

export type UploadFault =
  /** Neither picture, sound nor video, or another kind than it says. */
  | 'upload-wrong-type'
  | 'upload-too-big'
  | 'upload-empty'
  /** The bytes are not those the machine that sent them had. */
  | 'upload-hash-mismatch'
  /** A drawing with a script, or with something of another site. */
  | 'upload-unsafe-drawing';

export interface Claim {
  readonly sha256: string;
  readonly type: string;
}

/** What can be said before a byte has come. */
export function claimFault(type: string, bytes: number): UploadFault | null {
  const kind = claimedKind(type);
  if (kind === null) return 'upload-wrong-type';
  if (bytes === 0) return 'upload-empty';
  return bytes > capOf(kind) ? 'upload-too-big' : null;
}

/** @param file Absolute, whole. */
export async function stagedFault(file: string, { sha256, type }: Claim): Promise<UploadFault | null> {
  const kind = contentKind(await headOf(file));
  if (kind === null || kind !== claimedKind(type)) return 'upload-wrong-type';
  if (kind === 'svg' && svgFault(await readFile(file, 'utf8')) !== null) return 'upload-unsafe-drawing';
  return (await hashOfFile(file)) === sha256 ? null : 'upload-hash-mismatch';
}

async function headOf(file: string): Promise<Uint8Array<ArrayBuffer>> {
  const handle = await open(file, 'r');
  try {
    return await readAt(handle, 0, HEAD_BYTES);
  } finally {
    await handle.close();
  }
}
