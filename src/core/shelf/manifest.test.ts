import { describe, expect, it } from 'vitest';
import { issueToWrite, pieceSummary, pieceToWrite } from './fixture.ts';
import { parseManifest } from './manifest.ts';
import { writeManifest } from './manifest-writer.ts';

const written = () => JSON.stringify(writeManifest(issueToWrite()));
const faultOf = (text: string): unknown => {
  try {
    parseManifest(text);
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('the manifest of an issue', () => {
  it('comes back as the issue that was written', () => {
    const source = issueToWrite();
    const { issue, pieces, glossary } = parseManifest(JSON.stringify(writeManifest(source)));
    expect(issue).toEqual(source.issue);
    expect(pieces).toEqual({ film: source.pieces[0]?.files });
    expect(glossary).toEqual(source.glossary);
  });

  it('is the same bytes for the same issue', () => {
    expect(written()).toBe(written());
  });

  it('names itself without a hash, which it could not know', () => {
    expect(writeManifest(issueToWrite()).links).toEqual([
      { rel: 'self', href: '', type: 'application/webpub+json' },
    ]);
  });

  it('claims sign language for a signer and not for a stand-in', () => {
    const standIn = writeManifest(issueToWrite()).metadata;
    expect(standIn.accessibility.feature).not.toContain('signLanguage');
    expect(standIn.language).toEqual(['zh-Hans']);
    const signed = writeManifest(issueToWrite(pieceToWrite(pieceSummary({ hasSign: true })))).metadata;
    expect(signed.accessibility.feature).toContain('signLanguage');
    expect(signed.language).toEqual(['zh-Hans', 'csl']);
  });

  it('claims captions only when every film has them', () => {
    const without = writeManifest(issueToWrite(pieceToWrite(pieceSummary({ hasCaptions: false })))).metadata;
    expect(without.accessibility.feature).not.toContain('closedCaptions');
    expect(without.accessibility.feature).toContain('transcript');
  });

  it.each([
    ['a misspelt member', (text: string) => text.replace('"performer"', '"perfomer"')],
    [
      'an address outside the shelf',
      (text: string) => text.replace(/"\.\.\/c3[^"]*"/u, '"https://example.org/x.mp4"'),
    ],
    ['an address climbing out of the shelf', (text: string) => text.replace(/"\.\.\/b2/u, '"../../../b2')],
    ['a name that is not the hash', (text: string) => text.replace(/\.\.\/b2\/b2/u, '../b2/b3')],
    ['a missing reading', (text: string) => text.replace('vnd.same-page.reading', 'vnd.same-page.riding')],
    ['no JSON', () => '{'],
  ])('is refused for %s', (_what, spoil) => {
    expect(spoil(written())).not.toBe(written());
    expect(faultOf(spoil(written()))).toMatchObject({ fault: 'malformed' });
  });

  it('tells a newer format from a broken one', () => {
    expect(faultOf(written().replace('"version":1', '"version":2'))).toMatchObject({ fault: 'newer' });
  });
});
