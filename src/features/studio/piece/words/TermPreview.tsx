import { useMemo, useState } from 'preact/hooks';
import type { BlobRef, Term } from '../../../../core/reading/model.ts';
import type { Attachment, DraftTerm } from '../../../../authoring/draft/model.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { TermCard } from '../../../../pieces/term-card/TermCard.tsx';
import type { Desk } from '../../shared/desk.ts';
import { useObjectUrl } from './use-object-url.ts';
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
  const picture = useObjectUrl(desk.attachments, shown.picture?.image);
  const sign = useObjectUrl(desk.attachments, shown.sign);
  const term = useMemo(() => previewTerm(shown, { picture, sign }), [shown, picture, sign]);
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
}

/** A draft's card in the shape members have; a file whose bytes are not there yet is left out. */
function previewTerm(card: DraftTerm, { picture, sign }: Addresses): Term {
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
  };
}

function blobAt(href: string, { id, bytes, type, width, height }: Attachment): BlobRef {
  return { href, sha256: id, size: bytes, type, ...(width && height ? { width, height } : {}) };
}
