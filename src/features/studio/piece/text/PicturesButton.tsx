import { useRef } from 'preact/hooks';
import { Button } from '../../../../ui/Button.tsx';
import type { IconName } from '../../../../ui/icon-drawings.ts';

interface PicturesButtonProps {
  readonly label: string;
  readonly kind?: 'main' | 'other';
  readonly icon?: IconName;
  readonly accept?: string;
  readonly several?: boolean;
  readonly blocked?: string | undefined;
  readonly onChoose: (files: readonly File[]) => void;
}

export const PICTURES = 'image/*,.heic,.heif';

/** A button that opens the file picker. The type named here is only a help; what a file is, its bytes say. */
export function PicturesButton({
  label,
  kind = 'other',
  icon = 'gallery',
  accept = PICTURES,
  several = false,
  blocked,
  onChoose,
}: PicturesButtonProps) {
  const inputRef = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={inputRef}
        hidden
        type="file"
        accept={accept}
        multiple={several}
        aria-label={label}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // The same file may be chosen again after a refusal.
          currentTarget.value = '';
          if (files.length > 0) onChoose(files);
        }}
      />
      <Button kind={kind} icon={icon} blocked={blocked} onClick={() => inputRef.current?.click()}>
        {label}
      </Button>
    </>
  );
}
