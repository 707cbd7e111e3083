import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { language } from '../../../i18n/i18n.ts';
import { useT } from '../../../i18n/use-t.ts';
import { useBookcase } from '../../../library/bookcase-context.tsx';
import { previewFileHanded } from '../../../library/handed-file.ts';
import { settings } from '../../../storage/settings-store.ts';
import { Button } from '../../../ui/Button.tsx';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import { FullFrame } from './FullFrame.tsx';
import type { PreviewFile } from './open-preview-file.ts';
import { PreviewFileError, type PreviewFileFault } from './preview-file-error.ts';
import css from './PreviewFilePage.module.css';

type Opened =
  | { readonly state: 'none' }
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly file: PreviewFile }
  | { readonly state: 'failed'; readonly fault: PreviewFileFault | 'unexpected'; readonly detail: string };

/** On the real tablet: an unsigned month from a file, looked at in the member's own app. Nothing of it is kept. */
export default function PreviewFilePage() {
  const t = useT('studio-preview');
  const { opened, open, close } = usePreviewFile();
  if (opened.state === 'open') {
    const { title, club, bookcase } = opened.file;
    return (
      <div class={css.full}>
        <header class={css.bar}>
          <h1 class={css.title} tabIndex={-1}>
            {t('file.frame', { title })}
          </h1>
          <Button icon="close" onClick={close}>
            {t('file.close')}
          </Button>
        </header>
        <FullFrame
          bookcase={bookcase}
          title={t('file.frame', { title })}
          settings={{ ...settings.value, club: club.id, preset: settings.value.preset ?? 'standard' }}
        />
      </div>
    );
  }
  return (
    <div class={css.page}>
      <PageTitle note={t('file.note')}>{t('file.title')}</PageTitle>
      <div class={css.acts}>
        <PickFile isBusy={opened.state === 'opening'} onPick={open}>
          {t(opened.state === 'failed' ? 'file.other' : 'file.choose')}
        </PickFile>
        <ButtonLink kind="main" icon="back" href="/storage">
          {t('file.back')}
        </ButtonLink>
      </div>
      <div aria-live="polite">
        {opened.state === 'opening' && <StateLine kind="wait">{t('file.opening')}</StateLine>}
        {opened.state === 'failed' && (
          <StateLine kind="stop">
            {t(`file.problem.${opened.fault}`, { what: opened.detail, club: opened.detail })}
          </StateLine>
        )}
      </div>
    </div>
  );
}

function usePreviewFile() {
  const bookcase = useBookcase();
  const [opened, setOpened] = useState<Opened>({ state: 'none' });
  const openRef = useRef<PreviewFile | null>(null);
  const close = useCallback(() => {
    openRef.current?.close();
    openRef.current = null;
    setOpened({ state: 'none' });
  }, []);
  const open = useCallback(
    async (picked: File): Promise<void> => {
      close();
      setOpened({ state: 'opening' });
      try {
        // Readers of zips and folders, and only when there is one.
        const [{ openPreviewFile }, clubs] = await Promise.all([
          import('./open-preview-file.ts'),
          bookcase.clubs(),
        ]);
        const file = await openPreviewFile(picked, { clubs, language: language.peek() });
        openRef.current = file;
        setOpened({ state: 'open', file });
      } catch (error) {
        if (!(error instanceof PreviewFileError)) console.error(error);
        const { fault, detail } =
          error instanceof PreviewFileError ? error : ({ fault: 'unexpected', detail: '' } as const);
        setOpened({ state: 'failed', fault, detail });
      }
    },
    [bookcase, close],
  );
  useEffect(() => {
    const handed = previewFileHanded.peek();
    previewFileHanded.value = null;
    if (handed) void open(handed);
    return () => openRef.current?.close();
  }, [open]);
  return { opened, open, close };
}

interface PickFileProps {
  readonly isBusy: boolean;
  readonly onPick: (file: File) => void;
  readonly children: string;
}

function PickFile({ isBusy, onPick, children }: PickFileProps) {
  const inputRef = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={inputRef}
        type="file"
        accept=".zip,application/zip"
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // The same file may be picked again after it was mended.
          event.currentTarget.value = '';
          if (file) onPick(file);
        }}
      />
      <Button kind="main" solid icon="folder" aria-busy={isBusy} onClick={() => inputRef.current?.click()}>
        {children}
      </Button>
    </>
  );
}
