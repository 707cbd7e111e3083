import { useT } from '../../../i18n/use-t.ts';
import { StateLine } from '../../../ui/StateLine.tsx';
import type { Person } from '../shared/hub/account.ts';

/** Who this is, in a sentence. */
export function SignedInAs({ person }: { readonly person: Person }) {
  const t = useT('studio-people');
  return (
    <StateLine kind="ok" note={t(`roleNote.${person.role}`)}>
      {t('signedInAs', { name: person.name, role: t(`role.${person.role}`) })}
    </StateLine>
  );
}
