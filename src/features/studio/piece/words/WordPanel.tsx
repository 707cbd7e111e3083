import { useState } from 'preact/hooks';
import type { TermId } from '../../../../core/reading/model.ts';
import type { DraftSentence } from '../../../../authoring/draft/model.ts';
import { hasHan } from '../../../../authoring/pinyin.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/Button.tsx';
import { StateLine } from '../../../../ui/StateLine.tsx';
import type { Desk } from '../../shared/desk.ts';
import { KeepReading } from './KeepReading.tsx';
import { PanelBorders } from './PanelBorders.tsx';
import { PanelTerm } from './PanelTerm.tsx';
import { PinyinField } from './PinyinField.tsx';
import type { Words } from './use-words.ts';
import { PANEL_ID } from './word-elements.ts';
import css from './WordPanel.module.css';

interface WordPanelProps {
  readonly desk: Desk;
  readonly sentence: DraftSentence;
  readonly words: Words;
  readonly onEditTerm: (id: TermId) => void;
}

/** All that can be done with the word at hand: its reading, its borders, its card. */
export function WordPanel({ desk, sentence, words, onEditTerm }: WordPanelProps) {
  const t = useT('studio-words');
  const place = words.selected;
  const word = place && sentence.words[place.word];
  const [keeps, setKeeps] = useState(false);
  const [keepFailed, setKeepFailed] = useState(false);
  if (!place || !word) return null;
  const { text, pinyin, candidates } = word;
  const canWrite = desk.canWrite.value;

  function take(reading: string): void {
    if (keeps) desk.words.keepReading(text, reading).catch(() => setKeepFailed(true));
    if (place) words.choose(place, reading);
  }

  return (
    <section id={PANEL_ID} class={css.panel} aria-label={text}>
      <header class={css.head}>
        <h2 class={css.question}>
          {candidates === undefined ? (
            <>
              {t('panel.reading', { word: text })}{' '}
              <strong class={css.pinyin} lang="zh-Latn-pinyin">
                {pinyin}
              </strong>
            </>
          ) : (
            t(candidates.length === 0 ? 'panel.unknown' : 'panel.which', { word: text })
          )}
        </h2>
        <Button kind="quiet" icon="close" onClick={words.close}>
          {t('panel.close')}
        </Button>
      </header>
      {!canWrite && <StateLine kind="plain">{t('panel.readOnly')}</StateLine>}
      {canWrite && candidates !== undefined && candidates.length > 0 && (
        <div class={css.candidates}>
          {candidates.map((reading) => (
            <Button
              key={reading}
              kind="main"
              solid={reading === pinyin}
              data-candidate={reading}
              aria-label={t('panel.choose', { pinyin: reading })}
              onClick={() => take(reading)}
            >
              <span class={css.reading} lang="zh-Latn-pinyin">
                {reading}
              </span>
            </Button>
          ))}
        </div>
      )}
      {canWrite && hasHan(text) && <PinyinField word={text} onUse={take} />}
      {canWrite && (
        <KeepReading
          desk={desk}
          word={text}
          settled={candidates === undefined ? (pinyin ?? null) : null}
          keeps={keeps}
          onKeeps={setKeeps}
          hasFailed={keepFailed}
          onFailed={setKeepFailed}
        />
      )}
      {canWrite && <PanelBorders sentence={sentence} place={place} words={words} />}
      {canWrite && <PanelTerm desk={desk} word={word} onEdit={onEditTerm} />}
    </section>
  );
}
