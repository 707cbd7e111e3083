import { useT } from '../../../i18n/use-t.ts';
import type { DraftPiece } from '../../../authoring/draft/model.ts';
import type { Place } from '../../../core/checks/place.ts';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { findingHref } from '../shared/finding-href.ts';
import { placeNameOf } from '../shared/place-name.ts';
import { isFromAxe, type ListedFinding } from './check-state.ts';
import css from './CheckStep.module.css';

interface FindingPlacesProps {
  readonly finding: ListedFinding;
  readonly issue: string;
  readonly pieces: readonly DraftPiece[];
}

/** More are found from the first ones. */
const PLACES_SHOWN = 12;

/** A button to the place, and where there are several one to each of the first. */
export function FindingPlaces({ finding, issue, pieces }: FindingPlacesProps) {
  const t = useT('studio-checks');
  const { where, places = [where] } = finding;
  const from = isFromAxe(finding)
    ? { step: 'text' as const, piece: where.piece ?? null }
    : { step: finding.step, piece: finding.piece };
  const { step } = from;
  const piece = pieces.find(({ id }) => id === from.piece);
  const nameOf = (place: Place): string | null => {
    const name = placeNameOf(place, piece);
    return name && t(`place.${name.kind}`, { number: name.number });
  };
  const [first = where] = places;
  const firstName = nameOf(first);
  const others = places.slice(1, PLACES_SHOWN).flatMap((place) => {
    const name = nameOf(place);
    return name === null ? [] : [{ place, name }];
  });
  return (
    <div class={`${css.places} no-print`}>
      <ButtonLink kind="main" icon="edit" href={findingHref(issue, { ...from, where: first })}>
        {firstName === null ? t(`goTo.${step}`) : t('goTo.place', { place: firstName })}
      </ButtonLink>
      {others.map(({ place, name }) => (
        <ButtonLink key={name} href={findingHref(issue, { ...from, where: place })}>
          {name}
        </ButtonLink>
      ))}
      {places.length > PLACES_SHOWN && (
        <p class={css.more}>{t('place.more', { count: places.length - PLACES_SHOWN })}</p>
      )}
    </div>
  );
}
