import { monthJourney } from './journey.ts';

monthJourney('webkitgtk');
