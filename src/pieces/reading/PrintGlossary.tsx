import type { Term } from '../../core/reading/model.ts';
import { useT } from '../../i18n/use-t.ts';
import css from './Print.module.css';

/** On paper a card cannot be opened, so all words stand at the end. Nowhere to be seen on a screen. */
export function PrintGlossary({ terms }: { readonly terms: readonly Term[] }) {
  const t = useT('reading');
  if (terms.length === 0) return null;
  return (
    <section class={css.glossary} aria-label={t('print.words')}>
      <h2>{t('print.words')}</h2>
      <dl>
        {terms.map((term) => (
          <div key={term.id} class={css.entry}>
            <dt>
              {term.word} <span lang="zh-Latn-pinyin">{term.pinyin}</span>
            </dt>
            <dd>{term.explanation}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
