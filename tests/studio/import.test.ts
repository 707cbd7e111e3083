/**
 * Material from outside, in a real Chromium under the product's own policy: read without losing prose, or refused with the reason; nothing
 * of it runs and nothing is asked for.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { encodeLegacy } from '../../src/authoring/legacy-fixture.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { makeJpeg, withPlace } from './exif.ts';
import { useImportHarness } from './import-harness.ts';
import { docxOf, epubOf, paragraph, zipOf } from './zipped.ts';

const DATA = path.resolve(import.meta.dirname, '../../../shared/data');
const harness = useImportHarness();
const importFile = async (name: string, content: Uint8Array | string) => {
  harness.put(name, content);
  return harness.call('importFile', name);
};

/** Nothing was asked for and nothing ran, whatever was read. */
afterEach(() => {
  const happened = [...harness.foreign.splice(0), ...harness.events.splice(0)];
  if (happened.length > 0) throw new Error(happened.join(' | '));
});

describe.skipIf(!existsSync(DATA))('every real document', () => {
  /** What has no text of its own; everything else is read. */
  const REFUSED: Readonly<Record<string, string>> = {
    'empty.docx': 'no-text',
    'external-picture.docx': 'no-text',
  };

  it.each(['texts', 'docx', 'epub'].flatMap(list))('%s', async (name) => {
    const file = path.basename(name);
    const read = await importFile(file, readFileSync(path.join(DATA, name)));
    expect(read.fault).toBe(REFUSED[file] ?? null);
    expect(read.isSound).toBe(true);
    expect(read.drafted).toBe(read.text.replaceAll('\n', ''));
    expect(JSON.stringify(read.blocks)).not.toMatch(/<[a-z/!]|javascript:|xlink|href/u);
  });

  it.each(list('texts'))('%s: not a character of the prose is lost', async (name) => {
    const source = readFileSync(path.join(DATA, name), 'utf8');
    const read = await importFile(path.basename(name), source);
    expect(bare(`${read.title ?? ''}${read.text}`)).toBe(bare(withoutMarkdown(source)));
  });

  it.each(list('docx').filter((name) => name.includes('derived-zh')))(
    '%s: not a character of the prose is lost',
    async (name) => {
      const xml = unzip(path.join(DATA, name), 'word/document.xml').replaceAll(/<w:rt>.*?<\/w:rt>/gu, '');
      const said = [...xml.matchAll(/<w:t[ >][^<]*<\/w:t>/gu)].map(([text]) =>
        unescape(text.replaceAll(/<[^>]+>/gu, '')),
      );
      const read = await importFile(path.basename(name), readFileSync(path.join(DATA, name)));
      expect(bare(`${read.title ?? ''}${read.text}`)).toBe(bare(said.join('')));
    },
  );

  it.each([
    [
      '呐喊选.pandoc.epub',
      [
        'EPUB/text/title_page.xhtml',
        'EPUB/text/ch001.xhtml',
        'EPUB/text/ch002.xhtml',
        'EPUB/text/ch003.xhtml',
      ],
    ],
    ['春-ruby.epub', ['EPUB/第一章.xhtml']],
    ['trees.epub', ['EPUB/c1.xhtml', 'EPUB/c2.xhtml']],
  ])('%s: not a character of the prose is lost', async (name, chapters) => {
    const file = path.join(DATA, 'epub', name);
    const said = chapters.map((chapter) =>
      unescape(
        unzip(file, chapter)
          .replaceAll(/<(head|rt|rp|script|style|canvas)[ >][\s\S]*?<\/\1>/gu, '')
          .replaceAll(/<[^>]+>/gu, ''),
      ),
    );
    const read = await importFile(name, readFileSync(file));
    expect(bare(`${read.title ?? ''}${read.text}`)).toBe(bare(said.join('')));
  });

  it.each([
    ['docx/mammoth/comments.docx', 'Ouch.', {}],
    [
      'docx/mammoth/footnotes.docx',
      'Ouch①.②\n① A tachyon walks into a bar.\n② Fin.',
      { notices: ['footnote'] },
    ],
    ['docx/mammoth/simple-list.docx', 'Apple\nBanana', { kinds: { list: 1 } }],
    [
      'docx/mammoth/tables.docx',
      'Above\nTop left：Top right\nBottom left：Bottom right\nBelow',
      { notices: ['table'] },
    ],
    ['docx/mammoth/text-box.docx', 'Datum plane', {}],
    ['docx/mammoth/tiny-picture.docx', '', { kinds: { figure: 1 } }],
    ['docx/mammoth/strict-format.docx', 'Test', {}],
    ['epub/sec-untrusted-consent_network.epub', undefined, { notices: ['media', 'picture-outside'] }],
    ['epub/pub-cmt-mp4.epub', 'Test passes if you can hear audio below.', { notices: ['media'] }],
    ['epub/kusamakura-preview.epub', undefined, { notices: ['ruby'] }],
    ['epub/figure-gallery-bindings.epub', undefined, { title: 'Phases of the Moon', notices: ['media'] }],
  ])('%s: what it holds', async (name, text, more) => {
    const read = await importFile(path.basename(name), readFileSync(path.join(DATA, name)));
    expect(read).toMatchObject({ ...(text !== undefined && { text }), ...more });
  });

  it('pinyin over the characters comes along, from Word and from an e-book', async () => {
    for (const name of ['docx/derived-zh/春-ruby.docx', 'epub/春-ruby.epub']) {
      const read = await importFile(path.basename(name), readFileSync(path.join(DATA, name)));
      const marks = read.blocks.flatMap((block) =>
        block.type === 'paragraph'
          ? block.prose.marks.map((mark) => `${block.prose.text.slice(mark.start, mark.end)} ${mark.pinyin}`)
          : [],
      );
      expect(marks).toEqual(expect.arrayContaining(['春天 chūntiān', '脚步 jiǎobù']));
    }
  });

  it('chapters of a book have their names and lengths', async () => {
    const read = await importFile('呐喊选.epub', readFileSync(path.join(DATA, 'epub/呐喊选.pandoc.epub')));
    expect(read.chapters).toMatchObject([
      {},
      { title: '孔乙己', characters: 2194 },
      { title: '药' },
      { title: '故乡' },
    ]);
  });
});

describe('Word files', () => {
  it('what mammoth passes over is read: guides, fields, text boxes', async () => {
    const ruby =
      '<w:p><w:r><w:t>他</w:t><w:ruby><w:rt><w:r><w:t>zhǎng</w:t></w:r></w:rt><w:rubyBase><w:r><w:rPr><w:b/></w:rPr><w:t>长</w:t></w:r></w:rubyBase></w:ruby><w:t>大了。</w:t></w:r></w:p>';
    const field = '<w:p><w:fldSimple w:instr="DATE"><w:r><w:t>十一月</w:t></w:r></w:fldSimple></w:p>';
    const box =
      '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p><w:r><w:t>框里的字</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>';
    const read = await importFile('a.docx', await zipOf(docxOf(ruby + field + box)));
    expect(read.text).toBe('他长大了。\n十一月\n框里的字');
    expect(read.blocks[0]).toMatchObject({ prose: { marks: [{ start: 1, end: 2, pinyin: 'zhǎng' }] } });
  });

  it.each([
    [
      'a part that would fill the memory',
      async () => zipOf(docxOf(paragraph('长'.repeat(12_000_000)))),
      'too-large',
    ],
    ['a file cut off', async () => (await zipOf(docxOf(paragraph('好')))).slice(0, 500), 'damaged'],
    ['a file with a password', async () => zipOf(docxOf(paragraph('好')), '1234'), 'locked'],
    ['XML that is none', async () => zipOf(docxOf('<w:p>')), 'damaged'],
    [
      'entities that explode',
      async () =>
        zipOf(docxOf(paragraph('&b;'), '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]>')),
      'damaged',
    ],
    [
      'an old .doc',
      async () =>
        Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(600).fill(0)]),
      'old-word',
    ],
    ['a zip that is no document', async () => zipOf({ 'a.txt': '好' }), 'unknown'],
    ['nothing at all', async () => new Uint8Array(0), 'empty'],
  ])('%s is refused', async (name, make, fault) => {
    const file = name.includes('.doc') ? 'a.doc' : 'a.docx';
    expect((await importFile(file, await make())).fault).toBe(fault);
    // The page an engine makes of XML it cannot read has styles of its own.
    expect(harness.events.splice(0).filter((event) => !event.startsWith('Applying inline style'))).toEqual(
      [],
    );
  });

  it.each([
    ['a PDF', '%PDF-1.7\n', 'pdf'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'picture'],
    ['a film', Uint8Array.from(Buffer.from('\0\0\0\x20ftypisom')), 'media'],
  ])('%s is refused as what it is, whatever it is called', async (_, content, fault) =>
    expect((await importFile('故事.docx', content)).fault).toBe(fault),
  );
});

describe('e-books', () => {
  it('with everything that could run or call out: only the text comes in', async () => {
    const chapter = `<p onclick="fetch('https://out.example/1')">他走了。<script>alert(1); fetch('https://out.example/2')</script></p>
      <img src="https://out.example/3.png" onerror="alert(2)"/><img src="../../etc/passwd"/><iframe src="https://out.example/4"/>
      <svg xmlns="http://www.w3.org/2000/svg"><foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><p>藏着</p><script>alert(3)</script></body></foreignObject></svg>
      <link rel="stylesheet" href="https://out.example/5.css"/><a href="javascript:alert(4)">天黑了。</a>`;
    const read = await importFile('a.epub', await zipOf(epubOf(chapter)));
    expect(read.text).toBe('他走了。\n天黑了。');
    expect([...read.notices].sort()).toEqual(['drawing', 'media', 'picture-outside']);
  });

  it('that are locked, or have no text, say so', async () => {
    const lock = '<encryption><CipherReference URI="b/a.xhtml"/></encryption>';
    expect(
      (await importFile('a.epub', await zipOf(epubOf('<p>好</p>', { 'META-INF/encryption.xml': lock }))))
        .fault,
    ).toBe('locked');
    expect((await importFile('a.epub', await zipOf(epubOf('<p/>')))).fault).toBe('no-text');
    expect((await importFile('a.epub', await zipOf({ ...epubOf('<p>好</p>'), 'b/p.opf': '' }))).fault).toBe(
      'damaged',
    );
    harness.events.splice(0);
  });
});

describe('text files', () => {
  it.each(['gb18030', 'big5', 'utf-16le', 'utf-16be'] as const)('in %s are read', async (encoding) => {
    const text = '春天來了，花開了。我們說話的時候，他們在裡面。';
    const marked = encoding.startsWith('utf-16') ? `\uFEFF${text}` : text;
    const bytes = encodeLegacy(marked, encoding);
    expect(await importFile('a.txt', bytes)).toMatchObject({ fault: null, text, notices: ['encoding'] });
  });
});

describe('the clipboard', () => {
  it('with a web page in it gives its text, and no page', async () => {
    const read = await harness.call(
      'paste',
      '<style>p{background:url(https://out.example/1)}</style><section style="color:red"><p style="font-weight:bold">虹镇老街</p><p>他<span style="font-weight:700">真的</span>走了。<img data-src="https://out.example/2.jpg" src="https://out.example/3.jpg"></p></section><script>alert(1)</script>',
    );
    expect(read.text).toBe('虹镇老街\n他真的走了。');
    expect(read.notices).toEqual(['picture-outside']);
  });
});

describe('pictures', () => {
  const picture = async (content: Uint8Array | string, name = 'a.jpg') => {
    harness.put(name, content);
    return harness.call('picture', name);
  };

  it('lose the place they were taken at, stand upright, and are made small', async () => {
    const photo = withPlace(makeJpeg(3200, 2400));
    expect(photo.includes('SHANGHAI PHONE')).toBe(true);
    const made = await picture(photo);
    expect(made).toMatchObject({ fault: null, type: 'image/webp', width: 1200, height: 1600 });
    expect(made.latin1).not.toMatch(/Exif|EXIF|SHANGHAI|XMP |MM\0\*/u);
    // Turned to the right, the blue lower left quarter is the upper left one.
    const [red = 0, , blue = 0] = made.corner ?? [];
    expect(blue - red).toBeGreaterThan(100);
  });

  it('that are small already keep their size', async () =>
    expect(await picture(makeJpeg(400, 300))).toMatchObject({ width: 400, height: 300 }));

  it.each([
    ['a drawing with code', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'svg'],
    ['a web page', '<html><script>alert(1)</script></html>', 'not-picture'],
    ['nothing', '', 'empty'],
    ['half a picture', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 1, 2, 3, 4, 5, 6, 7]), 'broken'],
    ['a picture that claims a whole wall', png(60_000, 60_000), 'too-large'],
    ['an iPhone’s own format', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 'heic'],
  ])('%s is refused, whatever it is called', async (_, content, fault) =>
    expect(await picture(content)).toEqual({ fault }),
  );
});

function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(33);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]).copy(head);
  head.write('IHDR', 12);
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}

function bare(text: string): string {
  return text.replaceAll(/[\s\u00A0\u200B\uFEFF]/gu, '');
}

function withoutMarkdown(source: string): string {
  return source
    .replaceAll(/<!--[\s\S]*?-->/gu, '')
    .replaceAll(/^#{1,6}(?=\s|$)/gmu, '')
    .replaceAll(/^\s*[*+-] /gmu, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replaceAll(/<\/?a\b[^>]*>/gu, '')
    .replaceAll(/\*\*?/gu, '');
}

function unescape(text: string): string {
  return text
    .replaceAll(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

function unzip(file: string, part: string): string {
  return spawnSync('unzip', ['-p', file, part], { encoding: 'utf8', maxBuffer: 50_000_000 }).stdout;
}

function list(folder: string): string[] {
  const root = path.join(DATA, folder);
  return existsSync(root)
    ? readdirSync(root, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:md|docx|epub|txt)$/u.test(name) && !name.endsWith('SOURCE.md'))
        .map((name) => path.join(folder, name))
    : [];
}
