import { language } from '../../../i18n/i18n.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ChoiceGroup } from '../../../ui/ChoiceGroup.tsx';
import type { Role } from '../shared/hub/account.ts';
import { TextField } from '../shared/TextField.tsx';
import type { ClubName, Standing } from './people-api.ts';
import { withClub } from './people-state.ts';
import css from './People.module.css';

interface StandingFieldsProps {
  readonly standing: Standing;
  readonly clubs: readonly ClubName[];
  readonly onChange: (standing: Standing) => void;
}

/** Who somebody is here: what they are called, what they may do, for which clubs. */
export function StandingFields({ standing, clubs, onChange }: StandingFieldsProps) {
  const t = useT('studio-people');
  const { name, role } = standing;
  const choice = (value: Role) => ({ value, label: t(`role.${value}`) });
  return (
    <>
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        value={name}
        onInput={(next) => onChange({ ...standing, name: next })}
      />
      <div>
        <ChoiceGroup
          label={t('roleLabel')}
          value={role}
          choices={[choice('editor'), choice('publisher'), choice('keeper')]}
          onChange={(next) => onChange({ ...standing, role: next })}
        />
        <p class={css.quiet}>{t(`roleNote.${role}`)}</p>
      </div>
      {role === 'keeper' ? (
        <p>{t('clubs.keeper')}</p>
      ) : (
        <fieldset class={css.checks}>
          <legend>{t('clubs.label')}</legend>
          {clubs.map((club) => (
            <label key={club.id} class={css.check}>
              <input
                type="checkbox"
                checked={standing.clubs.includes(club.id)}
                onChange={(event) => onChange(withClub(standing, club.id, event.currentTarget.checked))}
              />
              {club.name[language.value]}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
