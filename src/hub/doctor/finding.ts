/** What the doctor says of one thing: that it is well, or what is wrong and what to do, in Chinese and in English. */
type Said = readonly [zh: string, en: string];

export const deploy: Said = [
  '怎么放到网上，写在 src/hub/DEPLOY.md。',
  'How to put it online: src/hub/DEPLOY.md.',
];

export interface DoctorFinding {
  readonly what: Said;
  /** `unknown`: it could not be looked into, which is no fault by itself. */
  readonly state: 'well' | 'wrong' | 'unknown';
  readonly seen: Said;
  /** Empty where nothing is to be done. */
  readonly cure?: Said;
}

export const well = (what: Said, seen: Said): DoctorFinding => ({ what, state: 'well', seen });
export const wrong = (what: Said, seen: Said, cure: Said): DoctorFinding => ({
  what,
  state: 'wrong',
  seen,
  cure,
});
export const unknown = (what: Said, seen: Said, cure?: Said): DoctorFinding => ({
  what,
  state: 'unknown',
  seen,
  ...(cure !== undefined && { cure }),
});

const marks = { well: '✓', wrong: '✗', unknown: '–' } as const;

export function findingLines({ what, state, seen, cure }: DoctorFinding): string[] {
  return [
    `${marks[state]} ${what[0]} ${what[1]}：${seen[0]} ${seen[1]}`,
    ...(cure === undefined ? [] : [`    ${cure[0]}`, `    ${cure[1]}`]),
  ];
}

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
