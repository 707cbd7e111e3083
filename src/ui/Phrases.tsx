import css from './Phrases.module.css';

interface PhrasesProps {
  /** Chinese text of the club's own, whatever the language of the interface. */
  readonly text: string;
  /** BCP 47. */
  readonly lang?: string;
}

/**
 * A title that breaks where it may: first after a mark, else between words, never inside a word. Browsers break
 * Chinese between any two characters.
 */
export function Phrases({ text, lang = 'zh-Hans' }: PhrasesProps) {
  return (
    <span lang={lang}>
      {phrasesOf(text).map((phrase, index) => (
        <span key={index} class="phrase">
          {wordsOf(phrase, lang).map((word, place) => (
            <span key={place} class={css.word}>
              {word}
            </span>
          ))}
        </span>
      ))}
    </span>
  );
}

/** Each ends with the marks after which a line may break; joined they are the text. */
export function phrasesOf(text: string): readonly string[] {
  return text.match(/[^，。：；！？、…—]*[，。：；！？、…—]+[”’」』》）]*|[^，。：；！？、…—]+/gu) ?? [];
}

/** Words with the marks that follow them, so that no line begins with a mark. */
export function wordsOf(phrase: string, lang: string): readonly string[] {
  // Missing in Firefox before 125: there a title breaks as the browser likes.
  if (!('Segmenter' in Intl)) return [phrase];
  const words: string[] = [];
  for (const { segment, isWordLike } of new Intl.Segmenter(lang, { granularity: 'word' }).segment(phrase)) {
    const last = words.length - 1;
    const opens = /[“‘「『《（]$/u.test(words[last] ?? '');
    if (last >= 0 && (isWordLike !== true || opens)) words[last] += segment;
    else words.push(segment);
  }
  return words;
}
