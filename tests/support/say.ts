/** The app's own words, so that tests press what a member reads in any of the three languages. */
import { readFileSync } from 'node:fs';

export type Language = 'zh-Hans' | 'zh-Hant' | 'en';
/** `say('player', 'speed.label')`. Throws for words the app does not have. */
export type Say = (namespace: string, key: string) => string;

export function sayIn(language: Language): Say {
  return (namespace, key) => {
    const file = new URL(`../../src/i18n/locales/${language}/${namespace}.json`, import.meta.url);
    let words: unknown = JSON.parse(readFileSync(file, 'utf8'));
    for (const part of key.split('.')) words = Reflect.get(Object(words), part);
    if (typeof words !== 'string') throw new Error(`${language}/${namespace}.json has no ${key}`);
    return words;
  };
}
