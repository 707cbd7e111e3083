import { useState } from 'preact/hooks';
import type { OpenedEpub } from '../../../../authoring/epub/open-epub.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/Button.tsx';
import css from './TextStep.module.css';

interface ChapterPickerProps {
  readonly book: OpenedEpub;
  readonly onPick: (ids: readonly string[]) => void;
}

/** A book is rarely one piece: which of its chapters are. */
export function ChapterPicker({ book, onPick }: ChapterPickerProps) {
  const t = useT('studio-text');
  const [picked, pick] = useState<readonly string[]>([]);
  return (
    <div class={css.chapters}>
      <fieldset>
        <legend>{t('import.chapters', { title: book.title ?? t('import.nameless') })}</legend>
        {book.chapters.map(({ id, title, characters }, index) => (
          <label key={id} class={css.check}>
            <input
              type="checkbox"
              checked={picked.includes(id)}
              onChange={({ currentTarget: { checked } }) =>
                pick(checked ? [...picked, id] : picked.filter((each) => each !== id))
              }
            />
            <span>
              {title ?? t('import.chapter', { number: index + 1 })}
              <span class={css.note}>
                {t('import.length', { count: characters, number: formatNumber(characters) })}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <Button
        kind="main"
        solid
        icon="check"
        blocked={picked.length === 0 ? t('import.pickFirst') : undefined}
        onClick={() => onPick(picked)}
      >
        {t('import.take', { count: picked.length })}
      </Button>
    </div>
  );
}
