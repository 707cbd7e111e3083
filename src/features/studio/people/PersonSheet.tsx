import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import type { ChangePeople } from './PeoplePage.tsx';
import { changePerson, type Colleague, type People, type Standing } from './people-api.ts';
import { missingIn, toSend } from './people-state.ts';
import { StandingFields } from './StandingFields.tsx';
import css from './People.module.css';

interface PersonSheetProps {
  readonly person: Colleague;
  readonly people: People;
  readonly change: ChangePeople;
  readonly onClose: () => void;
}

export function PersonSheet({ person, people, change, onClose }: PersonSheetProps) {
  const t = useT('studio-people');
  const common = useT('common');
  const { name, role, clubs } = person;
  const [standing, setStanding] = useState<Standing>({ name, role, clubs });
  const missing = missingIn(standing);
  const save = (): void => {
    onClose();
    change(() => changePerson(person.id, toSend(standing)));
  };
  return (
    <Sheet
      title={t('people.changing', { name })}
      onClose={onClose}
      actions={
        <>
          <Button kind="main" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button
            kind="main"
            solid
            icon="check"
            blocked={missing === null ? undefined : t(`missing.${missing}`)}
            onClick={save}
          >
            {t('people.save')}
          </Button>
        </>
      }
    >
      <div class={css.sheet}>
        <StandingFields standing={standing} clubs={people.clubs} onChange={setStanding} />
      </div>
    </Sheet>
  );
}
