import { useT } from '../../../i18n/use-t.ts';
import type { DraftFinding } from '../../../authoring/draft/check-draft.ts';
import type { DraftPiece } from '../../../authoring/draft/model.ts';
import type { Place } from '../../../core/checks/place.ts';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { findingHref } from '../shared/finding-href.ts';
import { placeNameOf } from '../shared/place-name.ts';
import css from './CheckStep.module.css';

interface FindingPlacesProps {
  readonly finding: DraftFinding;
  readonly issue: string;
  readonly pieces: readonly DraftPiece[];
}

/** More are found from the first ones. */
const PLACES_SHOWN = 12;

/** A button to the place, and where there are several one to each of the first. */
export function FindingPlaces({ finding, issue, pieces }: FindingPlacesProps) {
  const t = useT('studio-checks');
  const { where, step, places = [where] } = finding;
  // Cured on this very page, or by nobody in the studio.
  if (step === 'check') return null;
  const piece = pieces.find(({ id }) => id === finding.piece);
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
      <ButtonLink kind="main" icon="edit" href={findingHref(issue, { ...finding, where: first })}>
        {firstName === null ? t(`goTo.${step}`) : t('goTo.place', { place: firstName })}
      </ButtonLink>
      {others.map(({ place, name }) => (
        <ButtonLink key={name} href={findingHref(issue, { ...finding, where: place })}>
          {name}
        </ButtonLink>
      ))}
      {places.length > PLACES_SHOWN && (
        <p class={css.more}>{t('place.more', { count: places.length - PLACES_SHOWN })}</p>
      )}
    </div>
  );
}
