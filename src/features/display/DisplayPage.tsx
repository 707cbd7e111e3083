import { useCallback, useEffect } from 'preact/hooks';
import type { Club } from '../../core/shelf/issue.ts';
import { useT } from '../../i18n/use-t.ts';
import { useBookcase } from '../../library/bookcase-context.tsx';
import { applyPreset, settings, updateSettings } from '../../storage/settings-store.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { useLoad } from '../../ui/use-load.ts';
import {
  captionSizes,
  fonts,
  lineHeights,
  pinyinModes,
  presets,
  signSizes,
  textSizes,
  themes,
} from './choices.tsx';
import { Preview } from './Preview.tsx';
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

function TextSettings() {
  const t = useT('display');
  const { text, theme, font, lineHeight, pinyin, wordSpacing, club } = settings.value;
  return (
    <section class={css.group} aria-label={t('textGroup')}>
      <ChoiceGroup
        label={t('text.label')}
        labelBeside
        value={text}
        choices={textSizes(t)}
        onChange={(value) => updateSettings({ text: value })}
      />
      <ChoiceGroup
        label={t('theme.label')}
        labelBeside
        value={theme}
        choices={themes(t, club)}
        onChange={(value) => updateSettings({ theme: value })}
      />
      <ChoiceGroup
        label={t('font.label')}
        labelBeside
        value={font}
        choices={fonts(t)}
        onChange={(value) => updateSettings({ font: value })}
      />
      <ChoiceGroup
        label={t('pinyin.label')}
        labelBeside
        value={pinyin}
        choices={pinyinModes(t)}
        onChange={(value) => updateSettings({ pinyin: value })}
      />
      <ChoiceGroup
        label={t('wordSpacing.label')}
        labelBeside
        value={wordSpacing ? 'on' : 'off'}
        choices={(['off', 'on'] as const).map((value) => ({ value, label: t(`wordSpacing.${value}`) }))}
        onChange={(value) => updateSettings({ wordSpacing: value === 'on' })}
      />
      <ChoiceGroup
        label={t('lineHeight.label')}
        labelBeside
        value={lineHeight}
        choices={lineHeights(t)}
        onChange={(value) => updateSettings({ lineHeight: value })}
      />
    </section>
  );
}

const HELPS = [
  { setting: 'highlight', icon: 'highlight' },
  { setting: 'lineFocus', icon: 'line-focus' },
  { setting: 'solo', icon: 'solo' },
] as const;

/** Help for the eye to stay on its line: each on or off by itself. */
function HelpSettings() {
  const t = useT('display');
  return (
    <fieldset class={css.helps} aria-labelledby="helps">
      <span class={css.label} id="helps">
        {t('helps.label')}
      </span>
      <div class={css.toggles}>
        {HELPS.map(({ setting, icon }) => (
          <Button
            key={setting}
            kind="main"
            stacked
            icon={icon}
            pressed={settings.value[setting]}
            onClick={() => updateSettings({ [setting]: !settings.value[setting] })}
          >
            {t(`helps.${setting}`)}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

function MediaSettings() {
  const t = useT('display');
  const { captionSize, signSize } = settings.value;
  return (
    <section class={css.group} aria-label={t('mediaGroup')}>
      <ChoiceGroup
        label={t('signSize.label')}
        labelBeside
        value={signSize}
        choices={signSizes(t)}
        onChange={(value) => updateSettings({ signSize: value })}
      />
      <ChoiceGroup
        label={t('captionSize.label')}
        labelBeside
        value={captionSize}
        choices={captionSizes(t)}
        onChange={(value) => updateSettings({ captionSize: value })}
      />
    </section>
  );
}

/** `/display#club` leads to the choice of club, which is there only once the clubs are known. */
function useScrollToFragment(state: string): void {
  useEffect(() => {
    const id = location.hash.slice(1);
    if (id !== '' && state === 'ready') document.getElementById(id)?.scrollIntoView();
  }, [state]);
}
