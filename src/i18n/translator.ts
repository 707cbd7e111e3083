/** i18next without a page: messages in, sentences out. The hub uses this part too (rulings, "Layers"). */
import { createInstance } from 'i18next';
import type { Language } from './languages.ts';
import type { Messages, Namespace, Translate } from './namespaces.ts';

export interface Translator {
  add(language: Language, namespace: Namespace, messages: Messages): void;
  has(language: Language, namespace: Namespace): boolean;
  /** The messages must have been added; an unknown key comes back as itself. */
  translate<N extends Namespace>(language: Language, namespace: N): Translate<N>;
}

export function createTranslator(): Translator {
  const i18n = createInstance({
    initAsync: false,
    fallbackLng: false,
    load: 'currentOnly',
    resources: {},
    // Preact escapes what it renders; escaping twice would show `&amp;` to the reader.
    interpolation: { escapeValue: false },
  });
  void i18n.init();
  return {
    add: (language, namespace, messages) => void i18n.addResourceBundle(language, namespace, messages),
    has: (language, namespace) => i18n.hasResourceBundle(language, namespace),
    translate: (language, namespace) => (key, values) =>
      i18n.t(key, { ...values, lng: language, ns: namespace }),
  };
}
