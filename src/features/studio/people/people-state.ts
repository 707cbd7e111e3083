/** What the people's page decides, without the page. */
import type { Colleague, People, Standing } from './people-api.ts';

export const newcomer: Standing = { name: '', role: 'editor', clubs: [] };

export function withClub(standing: Standing, club: string, isGiven: boolean): Standing {
  const others = standing.clubs.filter((id) => id !== club);
  return { ...standing, clubs: isGiven ? [...others, club] : others };
}

/** What is still missing before it can be sent; null when nothing is. */
export function missingIn({ name, role, clubs }: Standing): 'name' | 'club' | null {
  if (name.trim() === '') return 'name';
  return role !== 'keeper' && clubs.length === 0 ? 'club' : null;
}

/** For the hub: a keeper's clubs are all, whatever was ticked before. */
export const toSend = (standing: Standing): Standing => ({ ...standing, name: standing.name.trim() });

/** Whoever may look after people must stay; the hub refuses it too. */
export const isLastKeeper = ({ people }: People, { id, role }: Colleague): boolean =>
  role === 'keeper' &&
  !people.some((other) => other.id !== id && other.role === 'keeper' && other.means.length > 0);

export const lastSeenMs = ({ signIns }: Colleague): number | null =>
  signIns.length === 0 ? null : Math.max(...signIns.map(({ seenMs }) => seenMs));
