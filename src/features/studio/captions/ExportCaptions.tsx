import { writeSrt } from '../../../core/captions/srt.ts';
import { writeVtt } from '../../../core/captions/vtt.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import type { CaptionsDesk } from './captions-desk.ts';

/** The captions as files of their own, for other programs and for safe keeping. */
export function ExportCaptions({ captions }: { readonly captions: CaptionsDesk }) {
  const t = useT('studio-captions');
  const nameOf = (extension: string): string => {
    const { title, id } = captions.desk.piece.peek();
    return `${title.replace(/[\\/:*?"<>|\n]+/gu, ' ').trim() || id}.${extension}`;
  };
  const cues = () => captions.cues.peek().filter(({ text }) => text.trim() !== '');
  return (
    <>
      <Button icon="download" onClick={() => save(nameOf('vtt'), 'text/vtt', writeVtt(cues()))}>
        {t('export.vtt')}
      </Button>
      <Button icon="download" onClick={() => save(nameOf('srt'), 'application/x-subrip', writeSrt(cues()))}>
        {t('export.srt')}
      </Button>
    </>
  );
}

/** Hands a file to the browser, as a download. */
function save(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // Some browsers read it only after asking the person where to put it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
