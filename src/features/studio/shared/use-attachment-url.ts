import { useEffect, useState } from 'preact/hooks';
import type { AttachmentId } from '../../../authoring/draft/model.ts';
import type { Attachments } from './desk.ts';
import { useIsAway } from './hub/sync-state.ts';

export type AttachmentUrl =
  /** `missing`: the draft names it, and its bytes are gone. */
  { readonly state: 'none' | 'opening' | 'missing' } | { readonly state: 'ready'; readonly url: string };

/** An address of an attachment for as long as it is shown; of one that comes from the hub, when it has come. */
export function useOpenedAttachment(
  attachments: Attachments,
  id: AttachmentId | null | undefined,
): AttachmentUrl {
  const [opened, setOpened] = useState<AttachmentUrl>({ state: 'none' });
  const isAway = useIsAway(id ?? undefined);
  useEffect(() => {
    if (!id) return setOpened({ state: 'none' });
    let made: string | null = null;
    let isCurrent = true;
    setOpened({ state: 'opening' });
    const show = (blob: Blob | null): void => {
      if (!isCurrent) return;
      made = blob && URL.createObjectURL(blob);
      setOpened(made === null ? { state: 'missing' } : { state: 'ready', url: made });
    };
    attachments.open(id).then(show, (error: unknown) => {
      console.warn(error);
      show(null);
    });
    return () => {
      isCurrent = false;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [attachments, id, isAway]); // oxlint-disable-line react-hooks/exhaustive-deps
  return opened;
}

/** Null until it is there, and when it is gone. */
export function useAttachmentUrl(
  attachments: Attachments,
  id: AttachmentId | null | undefined,
): string | null {
  const opened = useOpenedAttachment(attachments, id);
  return opened.state === 'ready' ? opened.url : null;
}
