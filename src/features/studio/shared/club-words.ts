/** The club's cards and readings as signals, read once a page and saved as they change. */
import { signal } from '@preact/signals';
import * as v from 'valibot';
import { DraftTermSchema, type DraftTerm } from '../../../authoring/draft/model.ts';
import {
  clubReadings,
  clubTerms,
  deleteClubReading,
  deleteClubTerm,
  putClubReading,
  putClubTerm,
} from '../../../storage/drafts/club-words.ts';
import type { ClubWords } from './desk.ts';

interface Opened extends ClubWords {
  /** What is on disk was changed by somebody else. */
  reload(): Promise<void>;
}

const opened = new Map<string, Promise<Opened>>();

/** Pages that show the club's words show them as they are on disk now. */
export async function reloadClubWords(club: string): Promise<void> {
  await (await opened.get(club))?.reload();
}

export function openClubWords(club: string): Promise<ClubWords> {
  const known = opened.get(club);
  if (known) return known;
  const opening = read(club).catch((error: unknown) => {
    opened.delete(club);
    throw error;
  });
  opened.set(club, opening);
  return opening;
}

/** A card a newer app wrote, or a damaged one, is left where it is and not shown. */
function parseTerm(document: string): readonly DraftTerm[] {
  try {
    return [v.parse(DraftTermSchema, JSON.parse(document))];
  } catch (error) {
    console.warn(error);
    return [];
  }
}

async function read(club: string): Promise<Opened> {
  const terms = signal<readonly DraftTerm[]>([]);
  const dictionary = signal<ReadonlyMap<string, string>>(new Map());
  async function reload(): Promise<void> {
    const [termRecords, readingRecords] = await Promise.all([clubTerms(club), clubReadings(club)]);
    terms.value = termRecords.flatMap(({ document }) => parseTerm(document));
    dictionary.value = new Map(readingRecords.map(({ word, pinyin }) => [word, pinyin]));
  }
  await reload();
  return {
    reload,
    terms,
    async saveTerm(term) {
      await putClubTerm({ club, id: term.id, document: JSON.stringify(term), updatedMs: Date.now() });
      terms.value = [...terms.value.filter(({ id }) => id !== term.id), term];
    },
    async removeTerm(id) {
      await deleteClubTerm(club, id);
      terms.value = terms.value.filter((term) => term.id !== id);
    },
    dictionary,
    async keepReading(word, pinyin) {
      await putClubReading({ club, word, pinyin, updatedMs: Date.now() });
      dictionary.value = new Map([...dictionary.value, [word, pinyin]]);
    },
    async forgetReading(word) {
      await deleteClubReading(club, word);
      dictionary.value = new Map([...dictionary.value].filter(([kept]) => kept !== word));
    },
  };
}
