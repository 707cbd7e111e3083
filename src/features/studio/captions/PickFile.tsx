import { useId } from 'preact/hooks';
import { Icon } from '../../../ui/Icon.tsx';
import css from './PickFile.module.css';

interface PickFileProps {
  readonly accept: string;
  readonly label: string;
  readonly isMain: boolean;
  readonly onFile: (file: File) => void;
}

/** The browser's own file field under a button's looks: keyboard, touch and screen readers know it. */
export function PickFile({ accept, label, isMain, onFile }: PickFileProps) {
  const id = useId();
  return (
    <div class={css.pick} data-main={isMain || undefined}>
      <input
        id={id}
        class={css.input}
        type="file"
        accept={accept}
        onChange={(event) => {
          const input = event.currentTarget;
          const file = input.files?.[0];
          // The same file may be chosen again after it was refused.
          input.value = '';
          if (file) onFile(file);
        }}
      />
      <label class={css.label} htmlFor={id}>
        <Icon name="folder" />
        <span>{label}</span>
      </label>
    </div>
  );
}
