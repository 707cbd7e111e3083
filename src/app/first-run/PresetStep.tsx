import { useT } from '../../i18n/use-t.ts';
import { applyPreset, updateSettings } from '../../storage/settings-store.ts';
import { Button } from '../../ui/Button.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { PresetPicture } from '../../ui/PresetPicture.tsx';
import css from './Step.module.css';

const PRESET_NAMES = ['sign', 'captions', 'pinyin', 'standard'] as const;

/** One tap chooses and opens the page behind it. */
export function PresetStep() {
  const t = useT('first-run');
  return (
    <section class={css.step}>
      <PageTitle note={t('choosePresetHint')}>{t('choosePreset')}</PageTitle>
      <ul class={css.presets}>
        {PRESET_NAMES.map((preset) => (
          <li key={preset}>
            <button type="button" class={css.card} onClick={() => applyPreset(preset)}>
              <PresetPicture preset={preset} />
              <span class={css.name}>{t(`preset.${preset}`)}</span>
              <span class={css.note}>{t(`presetHint.${preset}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      <div>
        <Button icon="back" onClick={() => updateSettings({ club: null })}>
          {t('back')}
        </Button>
      </div>
    </section>
  );
}
