import { useT } from '../../../i18n/use-t.ts';
import { ChoiceGroup } from '../../../ui/ChoiceGroup.tsx';
import { PresetPicture } from '../../../ui/PresetPicture.tsx';
import { withPreset, type Look } from './preview-state.ts';
import css from './PreviewStep.module.css';

interface LookChoicesProps {
  readonly look: Look;
  readonly onChange: (look: Look) => void;
}

/** Who looks, on what, at which page. Nothing here changes how the studio itself looks. */
export function LookChoices({ look, onChange }: LookChoicesProps) {
  const t = useT('studio-checks');
  return (
    <section class={css.choices} aria-label={t('look.settings')}>
      <ChoiceGroup
        label={t('look.preset')}
        layout="cards"
        value={look.preset}
        choices={(['sign', 'captions', 'pinyin', 'standard'] as const).map((value) => ({
          value,
          label: t(`look.presets.${value}`),
          picture: <PresetPicture preset={value} />,
        }))}
        onChange={(preset) => onChange(withPreset(look, preset))}
      />
      <ChoiceGroup
        label={t('look.device')}
        value={look.device}
        choices={(['tablet', 'portrait', 'phone'] as const).map((value) => ({
          value,
          label: t(`look.${value}`),
        }))}
        onChange={(device) => onChange({ ...look, device })}
      />
      <ChoiceGroup
        label={t('look.text')}
        value={look.text}
        choices={(['standard', 'large', 'larger', 'giant'] as const).map((value) => ({
          value,
          label: t(`look.texts.${value}`),
        }))}
        onChange={(text) => onChange({ ...look, text })}
      />
      <ChoiceGroup
        label={t('look.theme')}
        value={look.theme}
        choices={(['paper', 'night', 'mo', 'contrast'] as const).map((value) => ({
          value,
          label: t(`look.themes.${value}`),
          sample: { 'data-theme': value },
        }))}
        onChange={(theme) => onChange({ ...look, theme })}
      />
      <ChoiceGroup
        label={t('look.page')}
        value={look.place}
        choices={(['piece', 'home', 'words'] as const).map((value) => ({
          value,
          label: t(`look.pages.${value}`),
        }))}
        onChange={(place) => onChange({ ...look, place })}
      />
    </section>
  );
}
