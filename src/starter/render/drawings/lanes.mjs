/** 老照片里的弄堂: eight pictures in the colours of old photographs, 1200 × 900, each on its own paper. */
import { bricksInRain, coolEvening, movingDay, roofWindow } from './lanes-later.mjs';
import { gateway, laundry, stove, waterStation } from './lanes-morning.mjs';

export const LANES = [
  gateway,
  waterStation,
  laundry,
  stove,
  coolEvening,
  roofWindow,
  bricksInRain,
  movingDay,
];
