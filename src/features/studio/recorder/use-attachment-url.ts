import { useEffect, useState } from 'preact/hooks';
import type { Attachment } from '../../../authoring/draft/model.ts';
import type { Attachments } from '../shared/desk.ts';
import { useIsAway } from '../shared/hub/sync-state.ts';

export type AttachmentUrl =
  { readonly state: 'opening' | 'missing' } | { readonly state: 'ready'; readonly url: string };

/** An address of the file for a player, for as long as it is shown; one that comes from the hub is shown when it has come. */
export function useAttachmentUrl(attachments: Attachments, file: Attachment | null): AttachmentUrl {
  const [result, setResult] = useState<AttachmentUrl>({ state: 'opening' });
  const id = file?.id ?? null;
  const isAway = useIsAway(file?.id);
  useEffect(() => {
    if (id === null) return;
    let url: string | null = null;
    let isOver = false;
    setResult({ state: 'opening' });
    const show = (blob: Blob | null): void => {
      if (isOver) return;
      url = blob && URL.createObjectURL(blob);
      setResult(url === null ? { state: 'missing' } : { state: 'ready', url });
    };
    attachments.open(id).then(show, () => show(null));
    return () => {
      isOver = true;
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [attachments, id, isAway]); // oxlint-disable-line react-hooks/exhaustive-deps
  return result;
}
