/** What builds put here is the value, worked out beforehand (`evaluate-dictionary.ts`); without them it is worked out at the first import. */
import complete from '@pinyin-pro/data/complete';
import { packDictionary } from './pack-dictionary.ts';

export default packDictionary(complete);
