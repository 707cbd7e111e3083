/** Where to go once signed in: a page of the studio and of no other site, whatever the address says. */
export function nextPage(query: Readonly<Record<string, string>>): string {
  const wanted = query['next'] ?? '';
  return /^\/studio(?:\/[\w/-]*)?$/u.test(wanted) ? wanted : '/studio';
}
