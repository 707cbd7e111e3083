import css from './Phrases.module.css';

interface PhrasesProps {
  /** Chinese text of the club's own, whatever the language of the interface. */
  readonly text: string;
  /** BCP 47. */
  readonly lang?: string;
}

/** Characters that fit on any line, at the largest type on the smallest screen. */
const WORD = 4;
/** Characters that fit on one line on a tablet. */
const SHORT_PHRASE = 6;

/**
 * A title that breaks where it may: after a mark, else between words, never inside a word. Browsers break Chinese
 * between any two characters. Inline boxes only: anything else puts spaces into what a screen reader says.
 */
export function Phrases({ text, lang = 'zh-Hans' }: PhrasesProps) {
  return (
    <span lang={lang}>
      {phrasesOf(text).map((phrase, index) => (
        <span key={index} class={heldTogether(phrase)}>
          {wordsOf(phrase, lang).map((word, place) => (
            <span key={place} class={heldTogether(word)}>
              {word}
            </span>
          ))}
        </span>
      ))}
    </span>
  );
}

function heldTogether(text: string): string | undefined {
  if (text.length <= WORD) return css.word;
  return text.length <= SHORT_PHRASE ? css.short : undefined;
}

/** Each ends with the marks after which a line may break; joined they are the text. */
export function phrasesOf(text: string): readonly string[] {
  return text.match(/[^，。：；！？、…—]*[，。：；！？、…—]+[”’」』》）]*|[^，。：；！？、…—]+/gu) ?? [];
}

/** Words with the marks that follow them, so that no line begins with a mark. */
export function wordsOf(phrase: string, lang: string): readonly string[] {
  // Missing in Firefox before 125: there a phrase breaks only where it must.
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
