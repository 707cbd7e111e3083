/** The text step over a desk without a disk, in a page of its own: `?blocks=…&kind=…` say what is on it. */
import '../../../src/ui/styles/tokens.css';
import '../../../src/ui/styles/base.css';
import { render } from 'preact';
import * as v from 'valibot';
import { DraftPieceSchema } from '../../../src/authoring/draft/model.ts';
import { newIssue } from '../../../src/authoring/draft/new-draft.ts';
import { composeDraftBlocks } from '../../../src/authoring/draft-text/compose-draft.ts';
import { newSentenceId } from '../../../src/authoring/draft-text/new-id.ts';
import { readPlainText } from '../../../src/authoring/txt.ts';
import { createMemoryDesk } from '../../../src/features/studio/shared/memory-desk.ts';
import { StepFrame } from '../../../src/features/studio/shared/StepFrame.tsx';
import { TextStep } from '../../../src/features/studio/piece/text/TextStep.tsx';
import { loadNamespaces } from '../../../src/i18n/i18n.ts';
import { Announcer } from '../../../src/ui/Announcer.tsx';

const asked = new URLSearchParams(location.search);
for (const name of ['theme', 'text', 'club', 'font'])
  document.documentElement.dataset[name] =
    asked.get(name) ?? { theme: 'paper', text: 'standard', club: 'silent-world', font: 'hei' }[name] ?? '';

const issue = { ...newIssue('2026-12', 'silent-world'), title: '从虹镇老街到瑞虹新城', pieces: ['morning'] };
const start = v.parse(DraftPieceSchema, {
  version: 1,
  id: 'morning',
  kind: asked.get('kind') ?? 'reading',
  title: '虹镇老街的早晨',
  language: 'zh-Hans',
  blocks: composeDraftBlocks(readPlainText(asked.get('text0') ?? '').blocks, {
    newId: newSentenceId,
    pictures: new Map(),
  }),
  questions: ['你小时候住在哪里？'],
  source: { author: '', permission: '' },
  tracks: [],
  captions: [],
  consent: false,
});
const desk = createMemoryDesk({
  club: {
    id: 'silent-world',
    name: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    description: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    motif: 'hands',
    requires: { reading: [], film: [], recitation: [], gallery: [] },
  },
  issue,
  piece: start,
});
Object.assign(window, { desk });

await loadNamespaces(['common', 'ui', 'studio', 'studio-text']);
const root = document.createElement('main');
document.body.append(root);
render(
  <>
    <StepFrame step="text" desk={desk}>
      <TextStep desk={desk} />
    </StepFrame>
    <Announcer />
  </>,
  root,
);
