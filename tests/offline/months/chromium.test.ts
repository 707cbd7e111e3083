import { monthJourney } from './journey.ts';

monthJourney('chromium');
