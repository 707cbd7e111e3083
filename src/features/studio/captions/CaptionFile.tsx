import { useState } from 'preact/hooks';
import type { CaptionLanguage } from '../../../core/captions/bilingual.ts';
import { captionProblemTexts } from '../../../core/checks/caption-problem-text.ts';
import { language } from '../../../i18n/i18n.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { ChoiceGroup } from '../../../ui/ChoiceGroup.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import type { CaptionsDesk } from './captions-desk.ts';
import { chosenCues, mostBytes, readCaptionFile, type CaptionImport } from './import-state.ts';
import { FileButton } from '../shared/FileButton.tsx';
import css from './CaptionFile.module.css';

interface CaptionFileProps {
  readonly captions: CaptionsDesk;
  readonly onClose: () => void;
}

type Read = CaptionImport | 'too-large' | 'unreadable' | null;

/** A caption file: chosen, looked at, one language chosen, taken. Nothing changes before the last tap. */
export function CaptionFile({ captions, onClose }: CaptionFileProps) {
  const t = useT('studio-captions');
  const [read, setRead] = useState<Read>(null);

  async function open(file: File): Promise<void> {
    if (file.size > mostBytes) {
      setRead('too-large');
      return;
    }
    try {
      setRead(readCaptionFile(new Uint8Array(await file.arrayBuffer()), file.name));
    } catch {
      setRead('unreadable');
    }
  }

  const isRead = read !== null && typeof read === 'object';
  return (
    <Sheet title={t('file.title')} onClose={onClose}>
      <div class={css.parts}>
        {read === null && <p>{t('file.kinds')}</p>}
        {read === 'too-large' && <Problem title={t('file.tooLarge')} />}
        {read === 'unreadable' && <Problem title={t('file.unreadable')} />}
        {isRead && <Found key={read.name} read={read} captions={captions} onClose={onClose} />}
        <FileButton
          accept=".srt,.vtt,.ass,.ssa,.txt,text/vtt"
          label={t(read === null ? 'file.pick' : 'file.pickOther')}
          {...(read === null && { kind: 'main', solid: true })}
          onFiles={([file]) => file && void open(file)}
        />
      </div>
    </Sheet>
  );
}

interface FoundProps extends CaptionFileProps {
  readonly read: CaptionImport;
}

function Found({ read, captions, onClose }: FoundProps) {
  const t = useT('studio-captions');
  const [keep, setKeep] = useState<CaptionLanguage | 'both'>(read.isBilingual ? 'chinese' : 'both');
  const { cues, left } = chosenCues(read, keep);
  const isRefused = read.cues.length === 0;
  const replaced = captions.cues.value.length;
  const first = cues.slice(0, 3);
  return (
    <>
      {isRefused && (
        <Problem
          title={t('file.refused', { name: read.name })}
          {...(read.problems.length === 0 && { text: t('file.empty') })}
          {...(read.generously && { text: t('file.generously') })}
        />
      )}
      <ul class={css.problems}>
        {read.problems.map((problem) => (
          <li key={problem.code}>
            <StateLine
              kind={problem.severity === 'error' ? 'stop' : 'plain'}
              {...(problem.line !== undefined && { note: t('file.line', { line: problem.line }) })}
            >
              {problemText(problem)}
            </StateLine>
          </li>
        ))}
      </ul>
      {cues.length > 0 && (
        <>
          <StateLine kind="ok">{t('file.found', { count: cues.length, name: read.name })}</StateLine>
          {read.isBilingual && (
            <ChoiceGroup<CaptionLanguage | 'both'>
              label={t('file.bilingual')}
              value={keep}
              choices={[
                { value: 'chinese', label: t('file.chinese') },
                { value: 'other', label: t('file.other') },
                { value: 'both', label: t('file.both') },
              ]}
              onChange={setKeep}
            />
          )}
          {left > 0 && <StateLine kind="plain">{t('file.left', { count: left })}</StateLine>}
          <ul class={css.sample} aria-label={t('file.sample')}>
            {first.map((cue) => (
              <li key={cue.start}>{cue.text}</li>
            ))}
          </ul>
          {replaced > 0 && <p>{t('file.replaces', { count: replaced })}</p>}
          <Button
            kind="main"
            solid
            onClick={() => {
              captions.replaceAll(cues);
              onClose();
            }}
          >
            {t('file.take')}
          </Button>
        </>
      )}
    </>
  );
}

function problemText(problem: CaptionImport['problems'][number]): string {
  return captionProblemTexts[problem.code][language.value].replaceAll(/\{(\w+)\}/gu, (whole, name: string) =>
    String(problem.params[name] ?? whole),
  );
}
