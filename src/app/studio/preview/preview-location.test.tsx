// @vitest-environment happy-dom
import { options, render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { previewBaseOf } from '../../../storage/is-preview.ts';
import { turnLinks } from './link-base.ts';
import { withBase, withoutBase } from './PreviewLocation.tsx';

const BASE = '/preview/frame-a1';

describe('the addresses of a preview', () => {
  it('are those of the app under the frame’s own', () => {
    expect(withBase(BASE, '/read/x/y?s=s1')).toBe('/preview/frame-a1/read/x/y?s=s1');
    expect(withBase(BASE, '/')).toBe('/preview/frame-a1/');
    expect(withoutBase(BASE, '/preview/frame-a1/read/x/y')).toBe('/read/x/y');
    expect(withoutBase(BASE, '/preview/frame-a1')).toBe('/');
  });

  it.each(['#main', 'https://example.org/', '//example.org/', 'blob:x', '/preview/frame-a1/words'])(
    '%s is left as it is',
    (href) => expect(withBase(BASE, href)).toBe(href),
  );

  it('are told from every other address of the app', () => {
    expect(previewBaseOf('/preview/frame-a1/read/x/y')).toBe(BASE);
    expect(previewBaseOf('/preview/frame-a1')).toBe(BASE);
    expect(previewBaseOf('/preview/file')).toBe('');
    expect(previewBaseOf('/read/preview/frame-a1')).toBe('');
    expect(previewBaseOf('/')).toBe('');
  });
});

describe('every link in a preview', () => {
  const before = options.vnode;
  afterEach(() => {
    if (before) options.vnode = before;
    else delete options.vnode;
  });

  it('leads inside it, also when the page is drawn again', () => {
    turnLinks(BASE);
    const root = document.createElement('div');
    const draw = (name: string) =>
      render(
        <p>
          <a href="/words">{name}</a>
          <a href="#main">skip</a>
        </p>,
        root,
      );
    draw('a');
    draw('b');
    const links = [...root.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['/preview/frame-a1/words', '#main']);
  });
});
