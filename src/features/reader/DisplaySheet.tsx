import type { Piece } from '../../core/shelf/issue.ts';
import { useT } from '../../i18n/use-t.ts';
import { settings, updateSettings } from '../../storage/settings-store.ts';
import type { Settings } from '../../storage/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import css from './Sheets.module.css';

const texts = ['standard', 'large', 'larger', 'giant'] as const;
const themes = ['paper', 'night', 'mo', 'contrast'] as const;
const pinyins = ['off', 'tap', 'new', 'all'] as const;
type Switch = 'wordSpacing' | 'lineFocus' | 'plain';

/** What a reader changes in the middle of reading, acting at once on the page behind. */
export function DisplaySheet({ piece, onClose }: { readonly piece: Piece; readonly onClose: () => void }) {
  const t = useT('reader');
  const now = settings.value;
  const set = (patch: Partial<Settings>): void => updateSettings(patch);
  const toggle = (name: Switch) => (
    <Button kind="main" pressed={now[name]} onClick={() => set({ [name]: !now[name] })}>
      {t(`displaySheet.${name}`)}
    </Button>
  );
  return (
    <Sheet
      title={t('display')}
      onClose={onClose}
      actions={
        <ButtonLink kind="quiet" href="/display">
          {t('displaySheet.all')}
        </ButtonLink>
      }
    >
      <div class={css.parts}>
        <ChoiceGroup
          label={t('displaySheet.text')}
          value={now.text}
          choices={texts.map((value) => ({ value, label: t(`displaySheet.texts.${value}`) }))}
          onChange={(text) => set({ text })}
        />
        <ChoiceGroup
          label={t('displaySheet.theme')}
          value={now.theme}
          choices={themes.map((value) => ({
            value,
            label: t(`displaySheet.themes.${value}`),
            sample: { 'data-theme': value },
          }))}
          onChange={(theme) => set({ theme })}
        />
        {piece.hasPinyin && (
          <ChoiceGroup
            label={t('displaySheet.pinyin')}
            value={now.pinyin}
            choices={pinyins.map((value) => ({ value, label: t(`displaySheet.pinyins.${value}`) }))}
            onChange={(pinyin) => set({ pinyin })}
          />
        )}
        <fieldset class={css.switches}>
          <legend>{t('displaySheet.more')}</legend>
          {toggle('wordSpacing')}
          {toggle('lineFocus')}
          {piece.hasPlain && toggle('plain')}
        </fieldset>
      </div>
    </Sheet>
  );
}
