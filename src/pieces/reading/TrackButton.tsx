import { useState } from 'preact/hooks';
import { useT } from '../../i18n/use-t.ts';
import { TwoLines } from '../../player/TwoLines.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import type { TrackChoice } from './use-reading-player.ts';

/** Which track plays: one of several signings, or the text read aloud. Nothing where there is no choice. */
export function TrackButton({ tracks, track, choose }: TrackChoice) {
  const t = useT('reading');
  const [isOpen, setOpen] = useState(false);
  if (tracks.length < 2 || !track) return null;
  return (
    <>
      <Button kind="main" stacked aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <TwoLines name={t('track.label')} value={t(track.kind === 'audio' ? 'track.audio' : 'track.sign')} />
      </Button>
      {isOpen && (
        <Sheet title={t('track.title')} onClose={() => setOpen(false)}>
          <ChoiceGroup
            label={t('track.title')}
            labelHidden
            value={track.id}
            choices={tracks.map((one) => ({
              value: one.id,
              label: t(one.kind === 'audio' ? 'track.listen' : 'track.watch', { title: one.title }),
              note: one.placeholder ? t('track.sample') : one.performer,
            }))}
            onChange={choose}
          />
        </Sheet>
      )}
    </>
  );
}
