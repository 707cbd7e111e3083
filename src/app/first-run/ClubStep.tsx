import { useCallback } from 'preact/hooks';
import { language } from '../../i18n/i18n.ts';
import { useT } from '../../i18n/use-t.ts';
import { useBookcase } from '../../library/bookcase-context.tsx';
import { updateSettings } from '../../storage/settings-store.ts';
import { LoadProblem } from '../../ui/LoadProblem.tsx';
import { Motif } from '../../ui/Motif.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { useLoad } from '../../ui/use-load.ts';
import css from './Step.module.css';

/** Each club in its own colours, with its drawn sign: found without reading, too. */
export function ClubStep() {
  const t = useT('first-run');
  const bookcase = useBookcase();
  const { result, retry } = useLoad(useCallback(() => bookcase.clubs(), [bookcase]));
  return (
    <section class={css.step}>
      <PageTitle note={t('chooseClubHint')}>{t('chooseClub')}</PageTitle>
      {result.state === 'failed' && <LoadProblem error={result.error} onRetry={retry} />}
      {result.state === 'ready' && (
        <ul class={css.clubs}>
          {result.value.map((club) => (
            <li key={club.id}>
              <button
                type="button"
                class={css.card}
                data-club={club.id}
                onClick={() => updateSettings({ club: club.id })}
              >
                <Motif motif={club.motif} large />
                <span class={css.name}>{club.name[language.value]}</span>
                <span class={css.note}>{club.description[language.value]}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
