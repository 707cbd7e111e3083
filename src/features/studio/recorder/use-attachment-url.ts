import { useEffect, useState } from 'preact/hooks';
import type { Attachment } from '../../../authoring/draft/model.ts';
import type { Attachments } from '../shared/desk.ts';

export type AttachmentUrl =
  { readonly state: 'opening' | 'missing' } | { readonly state: 'ready'; readonly url: string };

/** An address of the file for a player, for as long as it is shown. */
export function useAttachmentUrl(attachments: Attachments, file: Attachment | null): AttachmentUrl {
  const [result, setResult] = useState<AttachmentUrl>({ state: 'opening' });
  const id = file?.id ?? null;
  useEffect(() => {
    if (id === null) return;
    let url: string | null = null;
    let isOver = false;
    setResult({ state: 'opening' });
    attachments.open(id).then(
      (blob) => {
        if (isOver) return;
        if (!blob) return setResult({ state: 'missing' });
        url = URL.createObjectURL(blob);
        setResult({ state: 'ready', url });
      },
      () => {
        if (!isOver) setResult({ state: 'missing' });
      },
    );
    return () => {
      isOver = true;
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [attachments, id]);
  return result;
}
