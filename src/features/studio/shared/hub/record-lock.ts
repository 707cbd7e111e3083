/** What is agreed on of a month is read, worked on and written by one at a time, in whatever window. */
export const withRecord = <T>(issue: string, work: () => Promise<T>): Promise<T> =>
  navigator.locks.request(`same-page-hub-record.${issue}`, work);
