import { describe, expect, it } from 'vitest';
import { isLoaded, language, loadNamespaces, setLanguage, translate } from './i18n.ts';

describe('switching languages', () => {
  it('keeps the old language until every namespace in use is there in the new one', async () => {
    await loadNamespaces(['common', 'first-run']);
    expect(translate('common')('back')).toBe('返回');
    const switched = setLanguage('en');
    expect(language.value).toBe('zh-Hans');
    await switched;
    expect(language.value).toBe('en');
    expect(isLoaded('first-run')).toBe(true);
    expect(translate('first-run')('preset.pinyin')).toBe('With pinyin');
  });

  it('lets the last of several quick choices win', async () => {
    await Promise.all([setLanguage('zh-Hant'), setLanguage('en'), setLanguage('zh-Hans')]);
    expect(language.value).toBe('zh-Hans');
  });

  it('does not escape what a page escapes itself', async () => {
    await loadNamespaces(['app']);
    expect(translate('app')('pageTitle', { page: '“A & B”' })).toBe('“A & B” · 同页');
  });
});
