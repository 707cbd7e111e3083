import { useState } from 'preact/hooks';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/Button.tsx';
import { ChoiceGroup } from '../../../../ui/ChoiceGroup.tsx';
import { Problem } from '../../../../ui/Problem.tsx';
import { Progress } from '../../../../ui/Progress.tsx';
import { Sheet } from '../../../../ui/Sheet.tsx';
import { StateLine } from '../../../../ui/StateLine.tsx';
import type { Desk } from '../../shared/desk.ts';
import { ChapterPicker } from './ChapterPicker.tsx';
import { ImportNotices } from './ImportNotices.tsx';
import { FileButton } from '../../shared/FileButton.tsx';
import { isEmptyPiece, type PutWhere } from './put-in.ts';
import { useImport } from './use-import.ts';
import css from './TextStep.module.css';

interface ImportSheetProps {
  readonly desk: Desk;
  /** A file that was dropped on the page; it is read at once. */
  readonly file: File | null;
  readonly onClose: () => void;
}

const FILES = '.docx,.epub,.txt,.md,.markdown,.html,.htm,.xhtml';

/** Word, e-book, Markdown, web page or text file: chosen or dropped, looked over, then put into the piece. */
export function ImportSheet({ desk, file, onClose }: ImportSheetProps) {
  const t = useT('studio-text');
  const bringing = useImport(desk, file);
  const [where, put] = useState<PutWhere>('after');
  const now = bringing.now.value;
  const isEmpty = isEmptyPiece(desk.piece.value);

  return (
    <Sheet
      title={t('import.heading')}
      onClose={onClose}
      actions={
        now.state === 'ready' ? (
          <>
            <Button kind="main" solid icon="check" onClick={() => bringing.put(where)}>
              {t('import.put')}
            </Button>
            <Button kind="main" onClick={() => bringing.again()}>
              {t('import.other')}
            </Button>
          </>
        ) : now.state === 'done' ? (
          <Button kind="main" solid icon="check" onClick={onClose}>
            {t('import.finish')}
          </Button>
        ) : undefined
      }
    >
      <div
        class={css.import}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          const dropped = event.dataTransfer?.files[0];
          if (dropped !== undefined) bringing.bring(dropped);
        }}
      >
        {now.state === 'choose' && (
          <>
            {now.failure !== null && (
              <Problem
                title={t('import.refused', { name: now.failure.name })}
                text={t(`import.fault.${now.failure.fault}`)}
              />
            )}
            <p>{t('import.what')}</p>
            <FileButton
              kind="main"
              accept={FILES}
              label={t('import.choose')}
              onFiles={([file]) => file && bringing.bring(file)}
            />
            <p class={css.note}>{t('import.drop')}</p>
          </>
        )}
        {now.state === 'reading' && (
          <Working
            text={t('import.reading', { name: now.name })}
            value={Math.round(now.share * 100)}
            max={100}
          />
        )}
        {now.state === 'chapters' && <ChapterPicker book={now.book} onPick={(ids) => bringing.pick(ids)} />}
        {now.state === 'ready' && (
          <>
            <StateLine kind="ok">
              {t('import.found', { name: now.name, ...countsOf(now.document.blocks) })}
            </StateLine>
            <ImportNotices notices={now.document.notices} />
            {!isEmpty && (
              <ChoiceGroup<PutWhere>
                label={t('import.where')}
                value={where}
                onChange={put}
                choices={[
                  { value: 'after', label: t('import.after'), note: t('import.afterNote') },
                  { value: 'instead', label: t('import.instead'), note: t('import.insteadNote') },
                ]}
              />
            )}
          </>
        )}
        {now.state === 'keeping' && (
          <Working
            text={t('import.keeping', { done: now.done, all: now.all })}
            value={now.done}
            max={now.all}
          />
        )}
        {now.state === 'done' && (
          <>
            <StateLine kind="ok">{t('import.done')}</StateLine>
            <ImportNotices notices={now.document.notices} />
            {now.refused.map(({ name, fault }, index) => (
              // oxlint-disable-next-line no-array-index-key
              <StateLine key={index} kind="wait" note={t(`picture.fault.${fault}`)}>
                {t('import.pictureRefused', { name: name === '' ? t('import.nameless') : name })}
              </StateLine>
            ))}
          </>
        )}
      </div>
    </Sheet>
  );
}

function countsOf(blocks: readonly { readonly type: string }[]): { text: number; pictures: number } {
  const pictures = blocks.filter(({ type }) => type === 'figure').length;
  return { text: blocks.length - pictures, pictures };
}

function Working({
  text,
  value,
  max,
}: {
  readonly text: string;
  readonly value: number;
  readonly max: number;
}) {
  return (
    <div class={css.working}>
      <StateLine kind="wait">{text}</StateLine>
      <Progress label={text} text={`${value} / ${max}`} value={value} max={max} />
    </div>
  );
}
