/** What is the matter with typed pinyin, as a sentence that says what to do. */
import type { PinyinFault } from '../../../../authoring/draft-words/typed-pinyin.ts';
import type { Translate } from '../../../../i18n/namespaces.ts';

export function pinyinFaultText(t: Translate<'studio-words'>, fault: PinyinFault): string {
  switch (fault.fault) {
    case 'empty':
      return t('own.fault.empty');
    case 'count':
      return t('own.fault.count', { characters: fault.characters, syllables: fault.syllables });
    default:
      return t(`own.fault.${fault.fault}`, { found: fault.found });
  }
}
