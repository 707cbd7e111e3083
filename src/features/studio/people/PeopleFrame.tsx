import type { ComponentChildren } from 'preact';
import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import css from './People.module.css';

interface PeopleFrameProps {
  readonly title: string;
  readonly note?: string;
  readonly children: ComponentChildren;
}

/** Round every page about people: the way back, a title, one column. */
export function PeopleFrame({ title, note, children }: PeopleFrameProps) {
  const t = useT('studio');
  return (
    <div class={css.page}>
      <div class={css.back}>
        <ButtonLink href="/studio" icon="back" kind="quiet">
          {t('back.queue')}
        </ButtonLink>
      </div>
      <PageTitle {...(note !== undefined && { note })}>{title}</PageTitle>
      <div class={css.column}>{children}</div>
    </div>
  );
}
