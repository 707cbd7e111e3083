import { useRef } from 'preact/hooks';
import { Button } from '../../../ui/Button.tsx';
import type { IconName } from '../../../ui/icon-drawings.ts';

interface FileButtonProps {
  readonly label: string;
  /** Of the file field, where the button says it shorter than it is. */
  readonly fieldLabel?: string;
  /** As of the `accept` attribute: only a help; what a file is, its bytes say. */
  readonly accept: string;
  readonly icon?: IconName;
  readonly kind?: 'main' | 'other';
  readonly solid?: boolean;
  readonly several?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** The one button of the studio that opens the file picker. */
export function FileButton({
  label,
  fieldLabel = label,
  accept,
  icon = 'folder',
  kind = 'other',
  solid,
  several = false,
  onFiles,
}: FileButtonProps) {
  const inputRef = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={inputRef}
        hidden
        type="file"
        accept={accept}
        multiple={several}
        aria-label={fieldLabel}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // The same file may be chosen again after a refusal.
          currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      <Button kind={kind} solid={solid} icon={icon} onClick={() => inputRef.current?.click()}>
        {label}
      </Button>
    </>
  );
}
