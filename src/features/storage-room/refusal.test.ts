import { beforeAll, describe, expect, it } from 'vitest';
import { loadNamespaces, translate } from '../../i18n/i18n.ts';
import { ImportError, type ImportFault } from '../../library/library.ts';
import { refusalText, SeveralFiles } from './refusal.ts';

const FAULTS = {
  'not-a-pack': true,
  'not-verified': true,
  'key-changed': true,
  unreadable: true,
  'nothing-useful': true,
  full: true,
  aborted: true,
  interrupted: true,
} satisfies Record<ImportFault, true>;
const PACK_FAULTS = ['not-a-zip', 'truncated', 'unsafe', 'overlap', 'catalogue-not-first', 'zip64-lies'];

const say = (error: unknown) => refusalText(error, translate('storage-room'), translate('pack'));
beforeAll(() => loadNamespaces(['storage-room', 'pack']));

describe('a refused pack', () => {
  it.each(Object.keys(FAULTS))('says why: %s', (fault) => {
    // Keys of an exhaustive record.
    const text = say(new ImportError(fault as ImportFault));
    expect(text).toMatch(/。$/u);
  });

  it.each(PACK_FAULTS)('says what is the matter with the archive: %s', (fault) => {
    expect(say(new ImportError('not-a-pack', '', { packFault: fault }))).toMatch(/。$/u);
  });

  it('that fails in a way nobody thought of is one that broke off', () => {
    expect(say(new TypeError('x'))).toBe(say(new ImportError('interrupted')));
    expect(say(new ImportError('full', '', { packFault: 'of-tomorrow' }))).toBe(say(new ImportError('full')));
  });

  it('says so when a folder was dropped with something else', () => {
    expect(say(new SeveralFiles())).toContain('一个文件夹');
  });
});
