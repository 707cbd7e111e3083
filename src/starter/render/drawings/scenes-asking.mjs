/** 问路，不用难为情: the scenes of the drawn film, 1280 × 720. */
import { asking, lost, thanking } from './asking-talk.mjs';
import { asked, mapScene, park, three } from './asking-way.mjs';

export const ASKING_SCENES = [lost, asking, mapScene, thanking, three, park, asked];
