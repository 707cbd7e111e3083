/** What can be chosen, in the order it is offered, with the small drawings that show a choice before its name is read. */
import type { ComponentChildren } from 'preact';
import type { Translate } from '../../i18n/namespaces.ts';
import type { Settings } from '../../storage/settings.ts';
import type { Choice } from '../../ui/ChoiceGroup.tsx';
import { PresetPicture } from '../../ui/PresetPicture.tsx';
import { SignSizePicture } from './SignSizePicture.tsx';
import css from './choices.module.css';

type T = Translate<'display'>;
type Of<K extends keyof Settings> = readonly Choice<NonNullable<Settings[K]> & (string | number)>[];

export const presets = (t: T): Of<'preset'> =>
  (['sign', 'captions', 'pinyin', 'standard'] as const).map((value) => ({
    value,
    label: t(`preset.${value}`),
    picture: <PresetPicture preset={value} />,
  }));

/** A letter in the very size it would have. */
const letter = (size: string): ComponentChildren => (
  <span class={css.letter} data-size={size} lang="zh-Hans">
    字
  </span>
);

export const textSizes = (t: T): Of<'text'> =>
  (['standard', 'large', 'larger', 'giant'] as const).map((value) => ({
    value,
    label: t(`text.${value}`),
    picture: letter(value),
  }));

export const themes = (t: T, club: string | null): Of<'theme'> =>
  (['paper', 'night', 'mo', 'contrast'] as const).map((value) => ({
    value,
    label: t(`theme.${value}`),
    sample: { 'data-theme': value, ...(club !== null && { 'data-club': club }) },
  }));

export const fonts = (t: T): Of<'font'> =>
  (['hei', 'kai'] as const).map((value) => ({
    value,
    label: t(`font.${value}`),
    sample: { 'data-font': value },
  }));

export const lineHeights = (t: T): Of<'lineHeight'> =>
  (['close', 'normal', 'wide'] as const).map((value) => ({
    value,
    label: t(`lineHeight.${value}`),
    picture: <span class={css.lines} data-height={value} />,
  }));

export const pinyinModes = (t: T): Of<'pinyin'> =>
  (['off', 'tap', 'new', 'all'] as const).map((value) => ({ value, label: t(`pinyin.${value}`) }));

export const captionSizes = (t: T): Of<'captionSize'> =>
  ([16, 12, 8] as const).map((value) => ({
    value,
    label: t('captionSize.perLine', { number: value }),
    picture: letter(`caption-${value}`),
  }));

export const signSizes = (t: T): Of<'signSize'> =>
  (['third', 'half', 'full'] as const).map((value) => ({
    value,
    label: t(`signSize.${value}`),
    picture: <SignSizePicture size={value} />,
  }));
