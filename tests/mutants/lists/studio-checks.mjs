// What may not be published, and what a preview may not touch.
export const MUTANTS = [
  {
    guard: 'a warning stands only with a reason for every sentence it speaks of',
    file: 'src/core/checks/finding-key.ts',
    remove: "return given.includes('') ? '' : (given[0] ?? '');",
    put: "return given.find((reason) => reason !== '') ?? '';",
    test: 'src/core/checks/finding-key.test.ts',
  },
  {
    guard: 'no reason answers an error',
    file: 'src/core/checks/finding-key.ts',
    remove: "finding.severity === 'error' || ",
    test: 'src/core/checks/finding-key.test.ts',
  },
  {
    guard: 'a sign video of too few frames is refused',
    file: 'src/core/checks/picture-rules.ts',
    remove: "use !== 'film' && frameRate < min - tolerance.frameRate",
    put: 'false',
    test: 'src/core/checks/every-check.test.ts',
  },
  {
    guard: 'a file the store has lost is told',
    file: 'src/authoring/draft/draft-to-check.ts',
    remove: 'if (lost.size === 0) return [];',
    put: 'return [];',
    test: 'src/authoring/draft/check-draft.test.ts',
  },
  {
    guard: 'a preview begins without the tablet’s settings',
    file: 'src/storage/settings-store.ts',
    remove: 'if (isPreview) return DEFAULT_SETTINGS;',
    test: 'src/storage/is-preview.test.ts',
  },
  {
    guard: 'a preview writes nothing to the tablet’s database',
    file: 'src/storage/database.ts',
    remove: 'if (isPreview) return work(memory);',
    test: 'src/storage/is-preview.test.ts',
  },
  {
    guard: 'a preview leaves the last place alone',
    file: 'src/storage/last-place.ts',
    remove: 'if (isPreview) return null;',
    test: 'src/storage/is-preview.test.ts',
  },
  {
    guard: 'a link in a preview leads inside it',
    file: 'src/app/studio/preview/link-base.ts',
    remove: 'Object.assign(vnode.props, { href: withBase(base, vnode.props.href) });',
    test: 'src/app/studio/preview/preview-location.test.tsx',
  },
];
