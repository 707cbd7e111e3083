import { useT } from '../../../i18n/use-t.ts';
import { Sheet } from '../../../ui/Sheet.tsx';
import { account } from '../shared/hub/account.ts';
import { SignInForm } from './SignInForm.tsx';
import css from './People.module.css';

interface FreshSheetProps {
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** 再登录一次: before people or keys change, it must be the person and not whoever sits at the machine now. */
export function FreshSheet({ onDone, onClose }: FreshSheetProps) {
  const t = useT('studio-people');
  const { value } = account;
  return (
    <Sheet title={t('fresh.title')} onClose={onClose}>
      <div class={css.sheet}>
        <p>{t('fresh.text')}</p>
        <SignInForm onDone={onDone} {...(value.state === 'somebody' && { name: value.person.name })} />
      </div>
    </Sheet>
  );
}
