import type { ComponentChildren } from 'preact';
import { formatDate, formatMonth, formatNumber } from '../../i18n/format.ts';
import { useT } from '../../i18n/use-t.ts';
import { ButtonLink } from '../ButtonLink.tsx';
import { Cover } from '../Cover.tsx';
import { Icon } from '../Icon.tsx';
import { Phrases } from '../Phrases.tsx';
import { StateLine } from '../StateLine.tsx';
import { whereToGoOn } from './go-on.ts';
import type { IssueLibrary } from './issue-state.ts';
import { IssueStateLine } from './IssueStateLine.tsx';
import { isOut } from './piece-info.ts';
import type { PieceInfo, PiecePlace } from './piece-info.ts';
import { PieceRow } from './PieceRow.tsx';
import { sizeText } from './sizes.ts';
import css from './IssueSpread.module.css';

interface IssueInfo {
  readonly id: string;
  readonly month: string;
  readonly title: string;
  readonly summary: string;
  readonly sizeBytes: number;
  readonly pieces: readonly PieceInfo[];
}

interface IssueSpreadProps {
  readonly issue: IssueInfo;
  readonly cover: { readonly src: string; readonly type: string };
  /** Of this issue, most recent first. */
  readonly places: readonly PiecePlace[];
  /** Local date. */
  readonly today: string;
  /** The issue's title is the page's heading, or one under it. */
  readonly level: 1 | 2;
  /** What this tablet stores; null where it cannot store anything. */
  readonly library: IssueLibrary | null;
}

/** A month's issue as two facing pages under one drawn line: what it is and where to go on; what is in it. */
export function IssueSpread({ issue, cover, places, today, level, library }: IssueSpreadProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  const out = issue.pieces.filter((piece) => isOut(piece, today));
  return (
    <article class={css.spread}>
      <Cover src={cover.src} type={cover.type} />
      <span class={css.fold} />
      <div class={css.leaf} data-side="left">
        <p class={css.month}>{formatMonth(issue.month)}</p>
        <Heading class={css.title} {...(level === 1 && { tabIndex: -1 })}>
          <Phrases text={issue.title} />
        </Heading>
        <p class={css.summary} lang="zh-Hans">
          {issue.summary}
        </p>
        {library === null ? (
          <OnlineOnly sizeBytes={issue.sizeBytes} />
        ) : (
          <IssueStateLine issue={issue} library={library} />
        )}
        <GoOnButton issue={issue.id} pieces={out} places={places} />
      </div>
      <PieceList issue={issue} out={out} places={places} today={today} level={level} />
    </article>
  );
}

function OnlineOnly({ sizeBytes }: Pick<IssueInfo, 'sizeBytes'>) {
  const t = useT('ui');
  const library = useT('library');
  return (
    <StateLine kind="plain" icon="globe">
      <span class="phrase">{t('needsNetwork')}</span>{' '}
      <span class="phrase">{library('whole', { size: sizeText(library, sizeBytes) })}</span>
    </StateLine>
  );
}

interface GoOnButtonProps {
  readonly issue: string;
  readonly pieces: readonly PieceInfo[];
  readonly places: readonly PiecePlace[];
}

function GoOnButton({ issue, pieces, places }: GoOnButtonProps) {
  const t = useT('ui');
  const goOn = whereToGoOn(pieces, places);
  if (goOn === null) return null;
  const { how, piece, place } = goOn;
  return (
    <div class={css.goOn}>
      <ButtonLink kind="main" solid wide icon="play" href={readHref(issue, piece.id)}>
        {t(`goOn.${how}`)}
      </ButtonLink>
      <p class={css.place}>
        <span class="phrase">{t('goOn.place', { title: piece.title })}</span>
        {place !== null && (
          <span class="phrase">
            {t('goOn.sentence', { number: formatNumber(place.index + 1), total: formatNumber(place.total) })}
          </span>
        )}
      </p>
    </div>
  );
}

interface PieceListProps extends Pick<IssueSpreadProps, 'issue' | 'places' | 'today' | 'level'> {
  readonly out: readonly PieceInfo[];
}

function PieceList({ issue, out, places, today, level }: PieceListProps): ComponentChildren {
  const t = useT('ui');
  const coming = issue.pieces
    .filter((piece) => !isOut(piece, today))
    .toSorted((a, b) => (a.showFrom ?? '').localeCompare(b.showFrom ?? ''))[0];
  const Heading = level === 1 ? 'h2' : 'h3';
  return (
    <div class={css.leaf} data-side="right">
      <Heading class="visually-hidden">{t('pieces')}</Heading>
      <ol class={css.pieces}>
        {out.map((piece) => (
          <li key={piece.id}>
            <PieceRow
              piece={piece}
              href={readHref(issue.id, piece.id)}
              place={places.find((place) => place.piece === piece.id) ?? null}
            />
          </li>
        ))}
      </ol>
      {coming?.showFrom !== undefined && (
        <p class={css.coming}>
          <Icon name="calendar" small />
          {t('coming', { date: formatDate(coming.showFrom, 'day'), title: coming.title })}
        </p>
      )}
    </div>
  );
}

function readHref(issue: string, piece: string): string {
  return `/read/${issue}/${piece}`;
}
