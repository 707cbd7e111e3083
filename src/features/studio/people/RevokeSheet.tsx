import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import type { ChangePeople } from './PeoplePage.tsx';
import { revokePerson, type Colleague } from './people-api.ts';

interface RevokeSheetProps {
  readonly person: Colleague;
  readonly change: ChangePeople;
  readonly onClose: () => void;
}

/** Asked first: it ends every sign-in of theirs at once. Nothing they made is lost. */
export function RevokeSheet({ person: { id, name }, change, onClose }: RevokeSheetProps) {
  const t = useT('studio-people');
  const common = useT('common');
  const revoke = (): void => {
    onClose();
    change(() => revokePerson(id));
  };
  return (
    <Sheet
      title={t('people.revokeAsk', { name })}
      onClose={onClose}
      actions={
        <>
          <Button kind="main" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button kind="main" solid icon="trash" onClick={revoke}>
            {t('people.revokeYes')}
          </Button>
        </>
      }
    >
      <p>{t('people.revokeText')}</p>
    </Sheet>
  );
}
