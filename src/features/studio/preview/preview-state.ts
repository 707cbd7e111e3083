/** How the preview is looked at: on which device, by whom, and which page of the member's app. */
import type { Language } from '../../../i18n/languages.ts';
import { PRESETS, type Preset, type Settings } from '../../../storage/settings.ts';

export type Device = 'tablet' | 'portrait' | 'phone';

/** CSS pixels. */
export const DEVICES: Readonly<Record<Device, { readonly width: number; readonly height: number }>> = {
  tablet: { width: 1024, height: 768 },
  portrait: { width: 768, height: 1024 },
  phone: { width: 390, height: 844 },
};

export type PreviewPlace = 'piece' | 'home' | 'words';

export interface Look {
  readonly device: Device;
  readonly preset: Preset;
  readonly text: Settings['text'];
  readonly theme: Settings['theme'];
  readonly place: PreviewPlace;
}

const FIRST_LOOK: Look = {
  device: 'tablet',
  preset: 'standard',
  text: PRESETS.standard.text ?? 'standard',
  theme: 'paper',
  place: 'piece',
};

/** The facilitator's own device first: it is then shown largest. */
export function firstLook({ width, height }: { readonly width: number; readonly height: number }): Look {
  if (width < 640) return { ...FIRST_LOOK, device: 'phone' };
  return { ...FIRST_LOOK, device: height > width ? 'portrait' : 'tablet' };
}

/** A preset brings its own text size, as on the tablet; it can be changed afterwards, as there. */
export function withPreset(look: Look, preset: Preset): Look {
  return { ...look, preset, text: PRESETS[preset].text ?? look.text };
}

export function settingsOf(
  { preset, text, theme }: Look,
  { club, language }: { readonly club: string; readonly language: Language },
): Partial<Settings> {
  return { ...PRESETS[preset], preset, text, theme, club, language };
}

export function pathOf(place: PreviewPlace, issue: string, piece: string): string {
  return { piece: `/read/${issue}/${piece}`, home: '/', words: '/words' }[place];
}

/** How far a device is reduced to be seen whole in the room there is; never enlarged. */
export function scaleFor(device: Device, room: { readonly width: number; readonly height: number }): number {
  const { width, height } = DEVICES[device];
  return Math.max(0.2, Math.min(1, room.width / width, room.height / height));
}
