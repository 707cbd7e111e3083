import { useMemo, useState } from 'preact/hooks';
import type { BlobRef, Term } from '../../../../core/reading/model.ts';
import type { Attachment, DraftTerm } from '../../../../authoring/draft/model.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { TermCard } from '../../../../pieces/term-card/TermCard.tsx';
import type { Desk } from '../../shared/desk.ts';
import { useAttachmentUrl } from '../../shared/use-attachment-url.ts';
import css from './TermEditor.module.css';

interface TermPreviewProps {
  readonly desk: Desk;
  readonly card: DraftTerm;
  readonly onClose: () => void;
}

/** The members' own card, over the draft as it was when it was asked for. */
export function TermPreview({ desk, card, onClose }: TermPreviewProps) {
  const t = useT('studio-words');
  // The card takes the focus whenever its term is another: what is typed beside it must not change it.
  const [shown] = useState(card);
  const picture = useAttachmentUrl(desk.attachments, shown.picture?.image.id);
  const sign = useAttachmentUrl(desk.attachments, shown.sign?.id);
  const audio = useAttachmentUrl(desk.attachments, shown.audio?.id);
  const term = useMemo(() => previewTerm(shown, { picture, sign, audio }), [shown, picture, sign, audio]);
  return (
    <div class={css.preview}>
      <p class={css.hint}>{t('editor.previewNote')}</p>
      <TermCard term={term} urlOf={({ href }) => href} mark={null} from={null} onClose={onClose} />
    </div>
  );
}

interface Addresses {
  readonly picture: string | null;
  readonly sign: string | null;
  readonly audio: string | null;
}

/** A draft's card in the shape members have; a file whose bytes are not there yet is left out. */
function previewTerm(card: DraftTerm, { picture, sign, audio }: Addresses): Term {
  const { id, word, pinyin, explanation, example } = card;
  return {
    id,
    word,
    pinyin,
    explanation,
    ...(example === undefined ? {} : { example }),
    ...(card.picture && picture !== null
      ? { picture: { image: blobAt(picture, card.picture.image), alt: card.picture.alt } }
      : {}),
    ...(card.sign && sign !== null ? { sign: { media: blobAt(sign, card.sign) } } : {}),
    ...(card.audio && audio !== null ? { audio: { media: blobAt(audio, card.audio) } } : {}),
  };
}

function blobAt(href: string, { id, bytes, type, width, height }: Attachment): BlobRef {
  return { href, sha256: id, size: bytes, type, ...(width && height ? { width, height } : {}) };
}
