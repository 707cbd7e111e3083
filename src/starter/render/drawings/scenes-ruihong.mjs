/** 瑞虹的一天: the scenes of the drawn film, 1280 × 720. Backs may be wider, so that the picture can glide. */
import { morning, oldLane } from './ruihong-early.mjs';
import { night, underTree } from './ruihong-late.mjs';
import { flatRoad, market } from './ruihong-noon.mjs';

export const RUIHONG_SCENES = [morning, oldLane, flatRoad, market, underTree, night];
