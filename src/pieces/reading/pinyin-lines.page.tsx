/** The page of pinyin-lines.test.ts: one text whose settings the test changes as a reader would. */
import { signal } from '@preact/signals';
import { render } from 'preact';
import type { SentenceId } from '../../core/reading/model.ts';
import { loadNamespaces } from '../../i18n/i18n.ts';
import '../../ui/styles/tokens.css';
import '../../ui/styles/base.css';
import { reading, settings } from './fixture.ts';
import { ReadingText } from './ReadingText.tsx';
import type { TextSettings } from './shared-text.ts';

const shown = signal<TextSettings>(settings({ pinyin: 'off' }));
const current = signal<SentenceId | null>(null);

function Text() {
  return (
    <ReadingText
      reading={reading()}
      urlOf={() => 'data:,'}
      settings={shown.value}
      current={current}
      canPlay={false}
      onSentence={() => {}}
    />
  );
}

addEventListener('set-pinyin', (event) => {
  if (!(event instanceof CustomEvent)) return;
  shown.value = settings({ pinyin: event.detail });
});

await loadNamespaces(['reading', 'common']);
const root = document.body.appendChild(document.createElement('main'));
render(<Text />, root);
