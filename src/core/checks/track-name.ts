/** What a person calls a track: by its title; by its id only where it has none. */
import type { TrackDraft } from './draft.ts';

export function trackName({ title = '', id }: Pick<TrackDraft, 'title' | 'id'>): string {
  return title.trim() === '' ? id : title.trim();
}
