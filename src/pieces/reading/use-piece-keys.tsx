import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { usePlayerKeys } from '../../player/keyboard.ts';
import type { EnginePlayer } from '../../player/sentence-engine.ts';
import { late } from '../../ui/late.tsx';
import type { PieceProps } from '../piece-props.ts';

const KeysSheet = late(async () => (await import('./KeysSheet.tsx')).KeysSheet);

/** The keys of a text while it is open. Gives the sheet that explains them, while it is asked for. */
export function usePieceKeys(
  player: EnginePlayer,
  { settings, onSettings }: Pick<PieceProps, 'settings' | 'onSettings'>,
): ComponentChildren {
  const [isHelpOpen, setHelpOpen] = useState(false);
  usePlayerKeys(player, {
    isOn: settings.shortcuts,
    onSpeed: (speed) => onSettings({ speed }),
    onPauseEach: (pauseAfterSentence) => onSettings({ pauseAfterSentence }),
    onHelp: () => setHelpOpen(true),
  });
  return (
    isHelpOpen && <KeysSheet settings={settings} onSettings={onSettings} onClose={() => setHelpOpen(false)} />
  );
}
