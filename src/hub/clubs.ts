/** The clubs: data, not code. `clubs.json` in the data folder if there is one, else the starter's. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { ClubSchema } from '../core/shelf/club.ts';
import type { Club } from '../core/shelf/issue.ts';
import { HubError } from './hub-error.ts';
import { ifThere } from './store/if-there.ts';

const ClubsSchema = v.pipe(v.array(ClubSchema), v.minLength(1));

/** @throws HubError `clubs-unreadable`. */
export async function readClubs(data: string, starter: string): Promise<readonly Club[]> {
  const own = path.join(data, 'clubs.json');
  let file = own;
  try {
    const text = await ifThere(() => readFile(own, 'utf8'));
    if (text === null) file = path.join(starter, 'clubs.json');
    return v.parse(ClubsSchema, JSON.parse(text ?? (await readFile(file, 'utf8'))));
  } catch (error) {
    throw new HubError('clubs-unreadable', { file, reason: error instanceof Error ? error.message : '' });
  }
}
