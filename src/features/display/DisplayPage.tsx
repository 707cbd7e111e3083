import { useCallback, useEffect } from 'preact/hooks';
import type { Club } from '../../core/shelf/issue.ts';
import { useT } from '../../i18n/use-t.ts';
import { useBookcase } from '../../library/bookcase-context.tsx';
import { applyPreset, settings } from '../../storage/settings-store.ts';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { useLoad } from '../../ui/use-load.ts';
import { presets } from './choices.tsx';
import { Preview } from './Preview.tsx';
import { HelpSettings, MediaSettings, TextSettings } from './ReadingSettings.tsx';
import { TabletSettings } from './TabletSettings.tsx';
import css from './DisplayPage.module.css';

/** 显示: how this person reads. Everything acts at once on the page itself; there is nothing to confirm. */
export default function DisplayPage() {
  const t = useT('display');
  const bookcase = useBookcase();
  const { club, preset } = settings.value;
  const { result } = useLoad(useCallback(() => bookcase.clubs(), [bookcase]));
  const clubs: readonly Club[] = result.state === 'ready' ? result.value : [];
  useScrollToFragment(result.state);

  return (
    <div class={css.page}>
      <PageTitle note={t('note')}>{t('title')}</PageTitle>
      <ChoiceGroup
        label={t('preset.label')}
        labelHidden
        layout="cards"
        value={preset}
        choices={presets(t)}
        onChange={applyPreset}
      />
      <div class={css.work}>
        <div class={css.settings}>
          <TextSettings />
          <HelpSettings />
          <MediaSettings />
        </div>
        <Preview motif={clubs.find((one) => one.id === club)?.motif ?? 'hands'} />
      </div>
      <TabletSettings clubs={clubs} />
    </div>
  );
}

/** `/display#club` leads to the choice of club, which is there only once the clubs are known. */
function useScrollToFragment(state: string): void {
  useEffect(() => {
    const id = location.hash.slice(1);
    if (id !== '' && state === 'ready') document.getElementById(id)?.scrollIntoView();
  }, [state]);
}
