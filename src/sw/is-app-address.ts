/** The shelf's documents and whatever is called by a file's name are not the app's pages. */
export function isAppAddress(pathname: string): boolean {
  if (pathname === '/shelf' || pathname.startsWith('/shelf/')) return false;
  const last = pathname.slice(pathname.lastIndexOf('/') + 1);
  return last === '' || last === 'index.html' || !last.includes('.');
}
