/** A club's words on this machine, as they are compared with the hub's. */
import * as v from 'valibot';
import { isSame } from '../../../../authoring/draft/canonical-json.ts';
import { DraftTermSchema } from '../../../../authoring/draft/model.ts';
import {
  clubReadings,
  clubTerms,
  deleteClubReading,
  deleteClubTerm,
  putClubReading,
  putClubTerm,
} from '../../../../storage/drafts/club-words.ts';
import { reloadClubWords } from '../club-words.ts';
import type { LocalWords } from './sync-words.ts';

export const localWords: LocalWords = {
  async read(club) {
    const [terms, readings] = await Promise.all([clubTerms(club), clubReadings(club)]);
    return {
      // One that a newer app wrote must not look as if it had been taken away: then nothing is compared.
      terms: terms.map(({ document }) => v.parse(DraftTermSchema, JSON.parse(document))),
      readings: Object.fromEntries(readings.map(({ word, pinyin }) => [word, pinyin])),
    };
  },
  async write(club, before, after) {
    const updatedMs = Date.now();
    const was = new Map(before.terms.map((term) => [term.id, term]));
    const now = new Set(after.terms.map(({ id }) => id));
    for (const term of after.terms) {
      if (isSame(was.get(term.id), term)) continue;
      await putClubTerm({ club, id: term.id, document: JSON.stringify(term), updatedMs });
    }
    for (const id of was.keys()) if (!now.has(id)) await deleteClubTerm(club, id);
    for (const [word, pinyin] of Object.entries(after.readings)) {
      if (before.readings[word] !== pinyin) await putClubReading({ club, word, pinyin, updatedMs });
    }
    for (const word of Object.keys(before.readings))
      if (!Object.hasOwn(after.readings, word)) await deleteClubReading(club, word);
    await reloadClubWords(club);
  },
};
