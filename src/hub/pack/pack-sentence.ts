/** Why a pack was refused, in the very words the tablet uses. */
import type { PackFault } from '../../core/shelf/pack/pack-error.ts';
import en from '../../i18n/locales/en/pack.json';
import zh from '../../i18n/locales/zh-Hans/pack.json';
import { createTranslator } from '../../i18n/translator.ts';

const translator = createTranslator();
translator.add('zh-Hans', 'pack', zh);
translator.add('en', 'pack', en);

export function packSentence(fault: PackFault): { readonly zh: string; readonly en: string } {
  return {
    zh: translator.translate('zh-Hans', 'pack')(`fault.${fault}`),
    en: translator.translate('en', 'pack')(`fault.${fault}`),
  };
}
