/** Random secrets, and what is kept of them. */
import { createHash, randomBytes } from 'node:crypto';

/** 256 bits: nothing to guess. */
export const makeToken = (): string => randomBytes(32).toString('base64url');

export const makeId = (): string => randomBytes(16).toString('base64url');

/** A token has its own 256 bits, so that a plain hash of it gives nothing away. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
