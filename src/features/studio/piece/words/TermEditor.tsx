import { useState } from 'preact/hooks';
import type { TermId } from '../../../../core/reading/model.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Sheet } from '../../../../ui/Sheet.tsx';
import { StateLine } from '../../../../ui/StateLine.tsx';
import type { Desk } from '../../shared/desk.ts';
import { CardField } from './CardField.tsx';
import { CardPinyin } from './CardPinyin.tsx';
import { editTerm, missingOn, withoutPart } from './term-actions.ts';
import { TermPicture } from './TermPicture.tsx';
import { TermPreview } from './TermPreview.tsx';
import { TermClip } from './TermClip.tsx';
import css from './TermEditor.module.css';

interface TermEditorProps {
  readonly desk: Desk;
  readonly id: TermId;
  readonly onClose: () => void;
}

/** A card being written. Every letter is kept in the month at once; putting the card away gives it to the club as well. */
export function TermEditor({ desk, id, onClose }: TermEditorProps) {
  const t = useT('studio-words');
  const [hasFailed, setFailed] = useState(false);
  const [isShown, show] = useState(false);
  const card = desk.issue.value.terms.find((term) => term.id === id);
  if (!card) return null;
  const missing = missingOn(card);

  function putAway(): void {
    if (!card || !desk.canWrite.peek()) return onClose();
    desk.words.saveTerm(card).then(onClose, (error: unknown) => {
      console.error(error);
      setFailed(true);
    });
  }

  return (
    <Sheet
      title={t('editor.title', { word: card.word })}
      onClose={hasFailed ? onClose : putAway}
      actions={
        <Button kind="main" solid onClick={putAway}>
          {t('editor.done')}
        </Button>
      }
    >
      <div class={css.editor}>
        <CardField
          label={t('editor.explanation')}
          hint={t('editor.explanationHint')}
          rows={2}
          value={card.explanation}
          onInput={(explanation) => editTerm(desk, id, (now) => ({ ...now, explanation }), 'explanation')}
        />
        <CardPinyin
          card={card}
          onPinyin={(pinyin) => editTerm(desk, id, (now) => ({ ...now, pinyin }), 'pinyin')}
        />
        <CardField
          label={t('editor.example')}
          rows={2}
          value={card.example ?? ''}
          onInput={(example) =>
            editTerm(
              desk,
              id,
              (now) => (example === '' ? withoutPart(now, 'example') : { ...now, example }),
              'example',
            )
          }
        />
        <TermPicture desk={desk} card={card} />
        <TermClip desk={desk} card={card} part="sign" />
        <TermClip desk={desk} card={card} part="audio" />
        {missing.length > 0 && (
          <StateLine kind="wait">
            {t('editor.missing', { what: missing.map((what) => t(`terms.missing.${what}`)).join('，') })}
          </StateLine>
        )}
        {hasFailed && (
          <div role="alert">
            <StateLine kind="stop">{t('editor.storeFailed')}</StateLine>
          </div>
        )}
        <StateLine kind="plain">{t('editor.saved')}</StateLine>
        {isShown ? (
          <TermPreview desk={desk} card={card} onClose={() => show(false)} />
        ) : (
          <Button icon="tablet" onClick={() => show(true)}>
            {t('editor.preview')}
          </Button>
        )}
      </div>
    </Sheet>
  );
}
