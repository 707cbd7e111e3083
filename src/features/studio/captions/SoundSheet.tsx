import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import type { CaptionsDesk } from './captions-desk.ts';
import { soundsFor, speakersIn, withSound, withSpeaker } from './speakers.ts';
import css from './SoundSheet.module.css';

interface SoundSheetProps {
  readonly captions: CaptionsDesk;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}

/** What is heard and who speaks, for people who cannot hear it. */
export function SoundSheet({ captions, text, onText, onClose }: SoundSheetProps) {
  const t = useT('studio-captions');
  const { language } = captions.desk.piece.value;
  const speakers = speakersIn(captions.cues.value.map((cue) => cue.text)).slice(0, 8);
  const put = (next: string): void => {
    onText(next);
    onClose();
  };
  return (
    <Sheet title={t('sound.title')} onClose={onClose}>
      <div class={css.parts}>
        <Labels
          title={t('sound.heard')}
          note={t('sound.heardNote')}
          labels={soundsFor(language)}
          language={language}
          dress={(sound) => `［${sound}］`}
          own={t('sound.own')}
          onPick={(sound) => put(withSound(text, sound))}
        />
        <Labels
          title={t('sound.speaker')}
          note={t('sound.speakerNote')}
          labels={speakers}
          language={language}
          dress={(speaker) => `${speaker}：`}
          own={t('sound.ownSpeaker')}
          onPick={(speaker) => put(withSpeaker(text, speaker))}
        />
      </div>
    </Sheet>
  );
}

interface LabelsProps {
  readonly title: string;
  readonly note: string;
  readonly labels: readonly string[];
  readonly language: string;
  readonly dress: (label: string) => string;
  readonly own: string;
  readonly onPick: (label: string) => void;
}

function Labels({ title, note, labels, language, dress, own, onPick }: LabelsProps) {
  const t = useT('studio-captions');
  const [typed, setTyped] = useState('');
  return (
    <section class={css.labels} aria-label={title}>
      <h3 class={css.title}>{title}</h3>
      <p>{note}</p>
      <div class={css.chips} lang={language}>
        {labels.map((label) => (
          <Button key={label} onClick={() => onPick(label)}>
            {dress(label)}
          </Button>
        ))}
      </div>
      <form
        class={css.own}
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== '') onPick(typed);
        }}
      >
        <label class={css.label}>
          {own}
          <input
            class={css.field}
            type="text"
            lang={language}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        <Button type="submit">{t('sound.put')}</Button>
      </form>
    </section>
  );
}
