import { useT } from '../../i18n/use-t.ts';
import { settings, updateSettings } from '../../storage/settings-store.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { captionSizes, fonts, lineHeights, pinyinModes, signSizes, textSizes, themes } from './choices.tsx';
import css from './DisplayPage.module.css';
import '../../ui/rare-icons.ts';

export function TextSettings() {
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
export function HelpSettings() {
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

export function MediaSettings() {
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
