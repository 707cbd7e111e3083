import { useT } from '../../i18n/use-t.ts';
import { KeyboardHelp, KeyList } from '../../player/KeyboardHelp.tsx';
import type { PieceProps } from '../piece-props.ts';

const textKeys = ['tab', 'arrows', 'enter', 'pinyin', 'escape'] as const;

interface KeysSheetProps extends Pick<PieceProps, 'settings' | 'onSettings'> {
  readonly onClose: () => void;
}

/** Every key of a text: those of the player, and those inside the text. */
export function KeysSheet({ settings, onSettings, onClose }: KeysSheetProps) {
  const t = useT('reading');
  return (
    <KeyboardHelp
      isOn={settings.shortcuts}
      onSwitch={(shortcuts) => onSettings({ shortcuts })}
      onClose={onClose}
    >
      <KeyList
        title={t('keys.inText')}
        keys={textKeys.map((key) => ({ key: t(`keys.${key}.key`), does: t(`keys.${key}.does`) }))}
      />
    </KeyboardHelp>
  );
}
