import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/use-t.ts';
import { Cover } from '../../../ui/Cover.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { AttachmentError, type Attachments } from '../shared/desk.ts';
import type { MonthDesk } from '../shared/month-desk.ts';
import { TextField } from '../shared/TextField.tsx';
import { useAttachmentUrl } from '../shared/use-attachment-url.ts';
import { COVER_TEMPLATES, coverSvg, type CoverTemplate } from './cover-templates.ts';
import { broughtCover, drawnCover } from './make-cover.ts';
import css from './CoverEditor.module.css';
import page from './MonthPage.module.css';
import { FileButton } from '../shared/FileButton.tsx';

interface CoverEditorProps {
  readonly desk: MonthDesk;
  readonly attachments: Attachments;
}

type Making = { readonly drawn: CoverTemplate } | { readonly file: File };

/** The month's cover: one of the drawn lines, or a picture of one's own; with the words for who cannot see it. */
export function CoverEditor({ desk, attachments }: CoverEditorProps) {
  const t = useT('studio-queue');
  const { cover } = desk.month.issue.value;
  const url = useAttachmentUrl(attachments, cover.drawing?.id);
  const [fault, setFault] = useState<'full' | 'refused' | 'unreadable' | null>(null);
  const canWrite = desk.canWrite.value;

  const make = async (what: Making): Promise<void> => {
    setFault(null);
    try {
      const files =
        'drawn' in what
          ? await drawnCover(what.drawn, attachments)
          : await broughtCover(what.file, attachments);
      const alt = 'drawn' in what ? t(`cover.drawn.${what.drawn}.alt`) : '';
      desk.changeIssue('picture', (issue) => ({ ...issue, cover: { ...files, alt } }));
    } catch (error) {
      console.warn(error);
      setFault(error instanceof AttachmentError ? error.fault : 'unreadable');
    }
  };

  return (
    <section class={page.section} aria-labelledby="cover" data-field="cover" tabIndex={-1}>
      <h2 id="cover">{t('cover.title')}</h2>
      {url !== null && cover.drawing ? (
        <div class={css.shown}>
          <Cover src={url} type={cover.drawing.type} />
        </div>
      ) : (
        <p>{t('cover.none')}</p>
      )}
      <div class={css.templates} role="group" aria-label={t('cover.choose')}>
        {COVER_TEMPLATES.map((template) => (
          <button
            key={template}
            type="button"
            class={css.template}
            aria-disabled={!canWrite}
            onClick={() => canWrite && void make({ drawn: template })}
          >
            <Cover
              src={`data:image/svg+xml,${encodeURIComponent(coverSvg(template, '#000'))}`}
              type="image/svg+xml"
            />
            {t(`cover.drawn.${template}.name`)}
          </button>
        ))}
      </div>
      {canWrite && (
        <FileButton
          accept="image/png,image/jpeg,image/webp"
          icon="gallery"
          label={t('cover.bring')}
          onFiles={([file]) => {
            if (file) void make({ file });
          }}
        />
      )}
      {fault !== null && <Problem title={t(`cover.fault.${fault}`)} />}
      {cover.drawing && (
        <TextField
          label={t('cover.alt')}
          hint={t('cover.altHint')}
          value={cover.alt}
          readOnly={!canWrite}
          onInput={(alt) =>
            desk.changeIssue(
              'picture',
              (issue) => ({ ...issue, cover: { ...issue.cover, alt } }),
              'cover alt',
            )
          }
        />
      )}
    </section>
  );
}
