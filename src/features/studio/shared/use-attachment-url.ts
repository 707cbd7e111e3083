import { useEffect, useState } from 'preact/hooks';
import type { AttachmentId } from '../../../authoring/draft/model.ts';
import type { Attachments } from './desk.ts';
import { useIsAway } from './hub/sync-state.ts';

/** An address for an attachment while it is shown; null until it is there, and when it is gone. One that comes from the hub is shown when it has come. */
export function useAttachmentUrl(attachments: Attachments, id: AttachmentId | undefined): string | null {
  const [url, setUrl] = useState<string | null>(null);
  const isAway = useIsAway(id);
  useEffect(() => {
    if (id === undefined) return setUrl(null);
    let made: string | null = null;
    let isCurrent = true;
    const show = async (): Promise<void> => {
      const blob = await attachments.open(id);
      if (!isCurrent || blob === null) return;
      made = URL.createObjectURL(blob);
      setUrl(made);
    };
    show().catch((error: unknown) => console.warn(error));
    return () => {
      isCurrent = false;
      if (made !== null) URL.revokeObjectURL(made);
      setUrl(null);
    };
  }, [attachments, id, isAway]); // oxlint-disable-line react-hooks/exhaustive-deps

  return url;
}
