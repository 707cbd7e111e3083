/** What is said to the person who publishes: a place, what is wrong there and the cure, in Chinese and English. */
export interface Notice {
  readonly severity: 'error' | 'warning' | 'repaired';
  readonly file: string;
  /** 1-based. */
  readonly line?: number;
  readonly zh: string;
  readonly en: string;
  /** Of a warning that stands: why, in its author's words. */
  readonly reason?: string;
}

export const isRefused = (notices: readonly Notice[]): boolean =>
  notices.some(({ severity }) => severity === 'error');
