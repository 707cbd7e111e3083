import { useRef } from 'preact/hooks';
import { Button } from '../../../../ui/Button.tsx';

interface FileButtonProps {
  readonly label: string;
  /** As of the `accept` attribute. */
  readonly accept: string;
  readonly icon: 'gallery' | 'film';
  readonly onChoose: (file: File) => void;
}

export function FileButton({ label, accept, icon, onChoose }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        hidden
        type="file"
        accept={accept}
        aria-label={label}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file may be chosen again after a refusal.
          currentTarget.value = '';
          if (file) onChoose(file);
        }}
      />
      <Button icon={icon} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  );
}
