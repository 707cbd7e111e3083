/** The schema of a club: clubs are data (design §2), read from a file by the hub and from the catalogue by a tablet. */
import * as v from 'valibot';
import type { Club } from './issue.ts';

export const text = v.pipe(v.string(), v.minLength(1));
export const ClubIdSchema = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/u));

export const LocalisedSchema = v.strictObject({ 'zh-Hans': text, 'zh-Hant': text, en: text });

const requirements = v.array(v.picklist(['sign', 'captions', 'pinyin', 'audio', 'transcript', 'alt']));

export const ClubSchema = v.strictObject({
  id: ClubIdSchema,
  name: LocalisedSchema,
  description: LocalisedSchema,
  motif: v.picklist(['hands', 'magnolia']),
  requires: v.strictObject({
    reading: requirements,
    film: requirements,
    recitation: requirements,
    gallery: requirements,
  }),
}) satisfies v.GenericSchema<unknown, Club>;
