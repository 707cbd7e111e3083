import { useComputed } from '@preact/signals';
import { useCallback, useState } from 'preact/hooks';
import type { DraftPiece } from '../../../../authoring/draft/model.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/Button.tsx';
import { StateLine } from '../../../../ui/StateLine.tsx';
import type { StepProps } from '../../shared/desk.ts';
import { BlockList } from './BlockList.tsx';
import { allowDrop, dropBlock } from './drag.ts';
import { FindBar } from './FindBar.tsx';
import { ImportNotices } from './ImportNotices.tsx';
import { ImportSheet } from './ImportSheet.tsx';
import { FileButton } from '../../shared/FileButton.tsx';
import { PICTURES } from '../../shared/take-picture.ts';
import { PieceHead, PieceSource } from './PieceDetails.tsx';
import { Questions } from './Questions.tsx';
import { useFind } from './use-find.ts';
import { useTakeIn } from './use-take-in.ts';
import { useText } from './use-text.ts';
import css from './TextStep.module.css';

/** 文字: the piece's text, sentence by sentence, its pictures, its plain version and its questions. */
export function TextStep({ desk }: StepProps) {
  const t = useT('studio-text');
  const readOnly = !desk.canWrite.value;
  const work = useText(desk);
  const { actions } = work;
  const find = useFind(desk, work);
  const [sheet, open] = useState<{ readonly file: File | null } | null>(null);
  const onDocument = useCallback((file: File) => open({ file }), []);
  const taking = useTakeIn({ desk, actions, onDocument });
  // Of the piece only this: a keystroke in the text draws the list of blocks and nothing else.
  const isGallery = useComputed(() => desk.piece.value.kind === 'gallery').value;
  const unsaid = useComputed(() => picturesUnsaid(desk.piece.value)).value;

  return (
    <div
      class={css.step}
      onDragOver={(event) => {
        if (readOnly) return;
        if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
        else allowDrop(event);
      }}
      onDrop={(event) => {
        if (readOnly) return;
        if (event.dataTransfer?.types.includes('Files') === true) taking.drop(event);
        else dropBlock(event, actions);
      }}
    >
      <PieceHead desk={desk} readOnly={readOnly} />
      <div class={css.bar} role="group" aria-label={t('bar.label')}>
        {!readOnly && (
          <>
            <Button kind="main" icon="folder" onClick={() => open({ file: null })}>
              {t('bar.import')}
            </Button>
            <FileButton
              kind="main"
              icon="gallery"
              accept={PICTURES}
              several
              label={t('bar.pictures')}
              onFiles={taking.pictures}
            />
          </>
        )}
        <Button
          kind="main"
          icon="search"
          pressed={find.isOpen}
          onClick={() => (find.isOpen ? find.close() : find.open())}
        >
          {t('bar.find')}
        </Button>
      </div>
      {find.isOpen && <FindBar find={find} readOnly={readOnly} />}
      <TakenLines taking={taking} />
      {unsaid > 0 && <StateLine kind="stop">{t('figure.unsaidCount', { count: unsaid })}</StateLine>}
      <section class={css.section} aria-labelledby="text-blocks">
        <h2 id="text-blocks">{isGallery ? t('blocks.gallery') : t('blocks.text')}</h2>
        {!readOnly && <p class={css.note}>{isGallery ? t('blocks.galleryNote') : t('blocks.note')}</p>}
        <BlockList
          desk={desk}
          work={work}
          find={find}
          isGallery={isGallery}
          readOnly={readOnly}
          onPaste={taking.paste}
        />
        {!readOnly && (
          <div class={css.toolRow}>
            <Button
              kind="main"
              icon="add"
              onClick={() => actions.addAfter(null, { type: 'paragraph', sentences: [] })}
            >
              {t('blocks.addParagraph')}
            </Button>
            <Button
              kind="main"
              icon="add"
              onClick={() => actions.addAfter(null, { type: 'heading', level: 2, sentences: [] })}
            >
              {t('blocks.addHeading')}
            </Button>
          </div>
        )}
      </section>
      <Questions desk={desk} readOnly={readOnly} />
      <PieceSource desk={desk} readOnly={readOnly} />
      {sheet !== null && <ImportSheet desk={desk} file={sheet.file} onClose={() => open(null)} />}
    </div>
  );
}

function picturesUnsaid({ blocks }: DraftPiece): number {
  return blocks.filter((block) => block.type === 'figure' && block.alt.trim() === '').length;
}

function TakenLines({ taking }: { readonly taking: ReturnType<typeof useTakeIn> }) {
  const t = useT('studio-text');
  const { said } = taking;
  if (said === null) return null;
  return (
    <div class={css.notices}>
      {said.state === 'working' ? (
        <StateLine kind="wait">{t('take.working', { done: said.done, all: said.all })}</StateLine>
      ) : (
        <>
          {said.blocks > 0 && <StateLine kind="ok">{t('take.done', { count: said.blocks })}</StateLine>}
          {said.isFailed && <StateLine kind="stop">{t('take.failed')}</StateLine>}
          <ImportNotices notices={said.notices} />
          {said.refused.map(({ name, fault }, index) => (
            // oxlint-disable-next-line no-array-index-key
            <StateLine key={index} kind="stop" note={t(`picture.fault.${fault}`)}>
              {t('import.pictureRefused', { name: name === '' ? t('import.nameless') : name })}
            </StateLine>
          ))}
          <Button kind="quiet" icon="close" onClick={() => taking.dismiss()}>
            {t('take.dismiss')}
          </Button>
        </>
      )}
    </div>
  );
}
