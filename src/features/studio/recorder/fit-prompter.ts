/** How large a sentence can be so that it, the one after it and the button are in sight together: nobody scrolls while signing. */

export interface Fit {
  /** Of the size wished for. */
  readonly scale: number;
  /** What is left of the next sentence: all of it, its first row, nothing. */
  readonly upcoming: 'whole' | 'row' | 'none';
}

const step = 0.06;

/** The first of the fits, largest and most complete first, for which `fits`; the last when there is none. */
export function firstFit(smallest: number, fits: (fit: Fit) => boolean): Fit {
  const scales: number[] = [];
  for (let scale = 1; scale > smallest; scale -= step) scales.push(scale);
  scales.push(smallest);
  const whole = scales.map((scale): Fit => ({ scale, upcoming: 'whole' }));
  // The sentence to be signed now comes before the one to be signed next: it grows again where that makes room.
  const rows = scales.map((scale): Fit => ({ scale, upcoming: 'row' }));
  const none = scales.map((scale): Fit => ({ scale, upcoming: 'none' }));
  const last: Fit = { scale: smallest, upcoming: 'none' };
  return [...whole, ...rows, ...none].find(fits) ?? last;
}
