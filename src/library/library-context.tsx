import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Library } from './library.ts';

/** The app provides it. Null where nothing can be stored (no https) and in the studio's preview. */
export const LibraryContext = createContext<Library | null>(null);

export function useLibrary(): Library | null {
  return useContext(LibraryContext);
}
