/** An address for an attachment's bytes while a part shows them; null until they are read, or when they are gone. */
import { useEffect, useState } from 'preact/hooks';
import type { Attachment } from '../../../../authoring/draft/model.ts';
import type { Attachments } from '../../shared/desk.ts';

export function useObjectUrl(attachments: Attachments, attachment: Attachment | undefined): string | null {
  const [url, setUrl] = useState<string | null>(null);
  const id = attachment?.id;
  useEffect(() => {
    let isGone = false;
    let made: string | null = null;
    setUrl(null);
    if (id === undefined) return;
    const read = async (): Promise<void> => {
      const bytes = await attachments.open(id);
      if (isGone || bytes === null) return;
      made = URL.createObjectURL(bytes);
      setUrl(made);
    };
    read().catch((error: unknown) => console.error(error));
    return () => {
      isGone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [attachments, id]);
  return url;
}
