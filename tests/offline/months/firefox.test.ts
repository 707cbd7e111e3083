import { monthJourney } from './journey.ts';

monthJourney('firefox');
