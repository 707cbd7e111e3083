import { describe, expect, it } from 'vitest';
import { firstLook, pathOf, scaleFor, settingsOf, withPreset } from './preview-state.ts';

const look = firstLook({ width: 1280, height: 800 });

describe('the preview', () => {
  it('begins on a device like the facilitator’s own', () => {
    expect(look.device).toBe('tablet');
    expect(firstLook({ width: 768, height: 1024 }).device).toBe('portrait');
    expect(firstLook({ width: 390, height: 844 }).device).toBe('phone');
  });

  it('takes a preset with all it sets, and lets the text size be changed afterwards', () => {
    const captions = withPreset(look, 'captions');
    const of = { club: 'silent-world', language: 'zh-Hans' } as const;
    expect(settingsOf(captions, of)).toMatchObject({
      preset: 'captions',
      text: 'larger',
      captionSize: 12,
      club: 'silent-world',
    });
    expect(settingsOf({ ...captions, text: 'giant' }, of)).toMatchObject({
      preset: 'captions',
      text: 'giant',
    });
  });

  it('is reduced until it is in sight whole, and never enlarged', () => {
    expect(scaleFor('tablet', { width: 512, height: 900 })).toBe(0.5);
    expect(scaleFor('portrait', { width: 2000, height: 512 })).toBe(0.5);
    expect(scaleFor('phone', { width: 2000, height: 2000 })).toBe(1);
  });

  it('opens the page a member would be on', () => {
    expect(pathOf('piece', '2026-12-silent-world', 'morning')).toBe('/read/2026-12-silent-world/morning');
    expect(pathOf('home', 'x', 'y')).toBe('/');
  });
});
