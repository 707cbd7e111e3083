import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Bookcase } from './bookcase.ts';

/** The app provides the library's bookcase; the studio's preview provides one over drafts. */
export const BookcaseContext = createContext<Bookcase | null>(null);

export function useBookcase(): Bookcase {
  const bookcase = useContext(BookcaseContext);
  if (!bookcase) throw new Error('No bookcase: render inside BookcaseContext.Provider');
  return bookcase;
}
