import { Icon } from '../../../ui/Icon.tsx';
import type { IconName } from '../../../ui/icon-drawings.ts';
import css from './PickFile.module.css';

interface PickFileProps {
  readonly accept: string;
  readonly icon: IconName;
  readonly onPick: (file: File) => void;
  readonly children: string;
}

/** A button that asks for a file, and is one for the keyboard too. */
export function PickFile({ accept, icon, onPick, children }: PickFileProps) {
  return (
    <label class={css.pick}>
      <input
        type="file"
        accept={accept}
        class={css.input}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file may be picked again after it was mended.
          currentTarget.value = '';
          if (file) onPick(file);
        }}
      />
      <Icon name={icon} />
      {children}
    </label>
  );
}
