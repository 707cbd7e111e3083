// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS, PRESETS, SETTINGS_KEY, parseSettings } from './settings.ts';
import { applyPreset, eraseSettings, settings, settingsKept, updateSettings } from './settings-store.ts';

describe('settings', () => {
  beforeEach(() => {
    localStorage.clear();
    updateSettings(DEFAULT_SETTINGS);
  });

  it('are written before the next line runs', () => {
    updateSettings({ theme: 'night' });
    expect(parseSettings(localStorage.getItem(SETTINGS_KEY)).theme).toBe('night');
  });

  it('lose only the damaged field', () => {
    expect(parseSettings('{"text":"huge","theme":"mo"}')).toEqual({ ...DEFAULT_SETTINGS, theme: 'mo' });
    expect(parseSettings('not json')).toEqual(DEFAULT_SETTINGS);
  });

  it('follow a change made in another window', () => {
    const text = JSON.stringify({ ...DEFAULT_SETTINGS, font: 'kai' });
    localStorage.setItem(SETTINGS_KEY, text);
    dispatchEvent(new StorageEvent('storage', { key: SETTINGS_KEY, newValue: text }));
    expect(settings.value.font).toBe('kai');
  });

  it('change with a preset only in what all presets set', () => {
    updateSettings({ font: 'kai', theme: 'night' });
    applyPreset('captions');
    expect(settings.value).toMatchObject({
      ...PRESETS.captions,
      preset: 'captions',
      font: 'kai',
      theme: 'night',
    });
    const keys = Object.values(PRESETS).map((preset) => Object.keys(preset).sort().join(' '));
    expect(new Set(keys).size).toBe(1);
  });

  it('leave no trace when erased', () => {
    updateSettings({ club: 'silent-world' });
    eraseSettings();
    expect(localStorage.getItem(SETTINGS_KEY)).toBeNull();
    expect(settings.value).toEqual(DEFAULT_SETTINGS);
  });

  it('still apply, and admit that they are not kept, when the browser refuses', () => {
    const refuse = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse });
    updateSettings({ text: 'giant' });
    expect(settings.value.text).toBe('giant');
    expect(settingsKept.value).toBe(false);
    vi.unstubAllGlobals();
  });
});
