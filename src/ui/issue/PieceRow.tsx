import { formatDuration, formatNumber } from '../../i18n/format.ts';
import { useT } from '../../i18n/use-t.ts';
import { Badge } from '../Badge.tsx';
import { Icon } from '../Icon.tsx';
import { Phrases } from '../Phrases.tsx';
import type { PieceInfo, PiecePlace } from './piece-info.ts';
import css from './PieceRow.module.css';

interface PieceRowProps {
  readonly piece: PieceInfo;
  readonly href: string;
  /** How far the reader is, when begun. */
  readonly place: PiecePlace | null;
}

/** One piece of an issue: what it is, how long, what it offers, how far one is. The whole row is the link. */
export function PieceRow({ piece, href, place }: PieceRowProps) {
  const t = useT('common');
  return (
    <a class={css.row} href={href}>
      <Icon name={piece.kind} />
      <span class={css.words}>
        <span class={css.title}>
          <Phrases text={piece.title} />
        </span>
        <span class={css.facts}>
          <PieceLength piece={piece} />
          {piece.hasSign && <Badge>{t('badge.sign')}</Badge>}
          {piece.placeholderSign && <Badge kind="sample">{t('badge.placeholder')}</Badge>}
          {piece.hasCaptions && <Badge>{t('badge.captions')}</Badge>}
          {piece.hasPinyin && <Badge>{t('badge.pinyin')}</Badge>}
          {place !== null && <PlaceLine piece={piece} place={place} />}
        </span>
      </span>
      <span class={css.arrow}>
        <Icon name="arrow-right" small />
      </span>
    </a>
  );
}

function PieceLength({ piece }: Pick<PieceRowProps, 'piece'>) {
  const common = useT('common');
  const t = useT('ui');
  const kind = common(`kind.${piece.kind}`);
  const sentences = formatNumber(piece.sentenceCount);
  const length = () => {
    if (piece.kind === 'gallery')
      return t('length.gallery', { kind, pictures: formatNumber(piece.pictureCount ?? 0) });
    if (piece.kind === 'reading')
      return t('length.reading', { kind, sentences, characters: formatNumber(piece.characterCount) });
    return piece.duration === undefined
      ? t('length.recitationText', { kind, sentences })
      : t(`length.${piece.kind}`, { kind, duration: formatDuration(piece.duration) });
  };
  return <span>{length()}</span>;
}

function PlaceLine({ piece, place }: { readonly piece: PieceInfo; readonly place: PiecePlace }) {
  const t = useT('ui');
  return (
    <span class={css.place} data-finished={place.finished || undefined}>
      <Icon name={place.finished ? 'check' : 'month'} small />
      {place.finished
        ? t(`progress.done.${piece.kind}`)
        : t(`progress.${piece.kind}`, { number: formatNumber(place.index + 1) })}
    </span>
  );
}
