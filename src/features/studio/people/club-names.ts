import { language } from '../../../i18n/i18n.ts';
import type { ClubName } from './people-api.ts';

/** In the language on the screen, in the clubs' own order. */
export function clubNames(all: readonly ClubName[], ids: readonly string[]): string {
  const names = all.filter(({ id }) => ids.includes(id)).map(({ name }) => name[language.value]);
  return new Intl.ListFormat(language.value, { type: 'conjunction' }).format(names);
}
