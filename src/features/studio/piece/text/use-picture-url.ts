/** An address for a picture's bytes while it is shown; null until they are read, `gone` when they are not there any more. */
import { useEffect, useState } from 'preact/hooks';
import type { Attachment } from '../../../../authoring/draft/model.ts';
import type { Attachments } from '../../shared/desk.ts';

export function usePictureUrl(
  attachments: Attachments,
  attachment: Attachment | null,
): string | null | 'gone' {
  const [url, show] = useState<string | null | 'gone'>(null);
  const id = attachment?.id;
  useEffect(() => {
    let isLeft = false;
    let made: string | null = null;
    show(null);
    if (id === undefined) return;
    const read = async (): Promise<void> => {
      const bytes = await attachments.open(id);
      if (isLeft) return;
      made = bytes === null ? null : URL.createObjectURL(bytes);
      show(made ?? 'gone');
    };
    read().catch(() => show('gone'));
    return () => {
      isLeft = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [attachments, id]);
  return url;
}
