export function ensureAce(): boolean;
export function aceFindings(book: string, folder: string): string[];
