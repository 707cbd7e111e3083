/** The page of the recorder's tests: the step over a real month on this browser's disk, without the app around it. */
import { signal } from '@preact/signals';
import { render } from 'preact';
import { LocationProvider } from 'preact-iso';
import * as v from 'valibot';
import { DraftPieceSchema, sentencesOfPiece, type DraftPiece } from '../../../authoring/draft/model.ts';
import { newIssue } from '../../../authoring/draft/new-draft.ts';
import type { Club } from '../../../core/shelf/issue.ts';
import { loadNamespaces, setLanguage } from '../../../i18n/i18n.ts';
import { LANGUAGES } from '../../../i18n/languages.ts';
import '../../../i18n/studio-messages.ts';
import '../../../ui/styles/tokens.css';
import '../../../ui/styles/base.css';
import { AttachmentError, type Desk } from '../shared/desk.ts';
import { draftShelf } from '../shared/draft-shelf.ts';
import type { Month } from '../shared/month.ts';
import { theDesk, theMonth } from '../shared/open-month.ts';
import { StepFrame } from '../shared/StepFrame.tsx';
import { SignStep } from './SignStep.tsx';

const club: Club = {
  id: 'silent-world',
  name: { 'zh-Hans': '无声世界读书会', 'zh-Hant': '無聲世界讀書會', en: 'Silent World' },
  description: { 'zh-Hans': '一起读', 'zh-Hant': '一起讀', en: 'Reading together' },
  motif: 'hands',
  requires: { reading: ['sign'], film: ['sign'], recitation: ['audio'], gallery: ['alt'] },
};

const texts = [
  '我是在虹镇老街长大的。',
  '那里的弄堂很窄，两个人要侧着身子才走得过去。',
  '家里没有自来水，每天早上，妈妈带我去给水站排队拎水。',
  '排队的时候，邻居们用手比划，我用眼睛听。',
  '夏天的晚上，大家把竹床搬到弄堂里乘凉。',
  '一位老伯伯教我认了第一个字。',
];

function wordsOf(text: string) {
  const segmenter = new Intl.Segmenter('zh-Hans', { granularity: 'word' });
  return [...segmenter.segment(text)].map(({ segment }) => ({ text: segment }));
}

const query = new URLSearchParams(location.search);
const count = Number(query.get('sentences') ?? texts.length);

const issue = { ...newIssue('2026-12', club.id), title: '老街', pieces: ['old-street'] };
const piece = v.parse(DraftPieceSchema, {
  version: 1,
  id: 'old-street',
  kind: query.get('kind') ?? 'reading',
  title: '老街的早晨',
  language: 'zh-Hans',
  blocks: [
    {
      type: 'paragraph',
      sentences: Array.from({ length: count }, (_, i) => ({
        id: `s${i + 1}`,
        words: wordsOf(texts[i % texts.length] ?? ''),
      })),
    },
  ],
  questions: [],
  source: { author: '', permission: '' },
  tracks: [],
  captions: [],
  consent: false,
});

if ((await draftShelf.read(issue.id)) === null) {
  await draftShelf.save({
    issue: issue.id,
    writer: crypto.randomUUID(),
    draft: { document: JSON.stringify(issue), revision: 0 },
    pieces: new Map([[piece.id, { document: JSON.stringify(piece), revision: 0 }]]),
  });
}
const language = LANGUAGES.find((name) => name === query.get('lang'));
if (language) await setLanguage(language);
await loadNamespaces(['studio', 'studio-sign', 'library', 'common']);
for (const [name, value] of Object.entries({ theme: 'paper', text: 'standard', club: club.id })) {
  document.documentElement.setAttribute(`data-${name}`, query.get(name) ?? value);
}

document.title = '手语';

const opened = signal<{ readonly desk: Desk; readonly month: Month } | null>(null);
const [month, desk] = [await theMonth(issue.id), await theDesk(issue.id, piece.id, [club])];
if (!month || !desk) throw new Error('The month was not opened');
opened.value = { desk, month };

const signPage = {
  piece: (): DraftPiece => desk.piece.peek(),
  sentences: () => sentencesOfPiece(desk.piece.peek()).map(({ id }) => id),
  saved: () => desk.saved.peek().state,
  /** What a reader of the month would find on disk now. */
  onDisk: async () => (await draftShelf.read(issue.id))?.pieces.get(piece.id)?.value ?? null,
  /** As if the film had been brought in its own step. */
  async addFilm(name: string) {
    const blob = await (await fetch(`/files/${name}`)).blob();
    const media = await desk.attachments.add(blob, { name, type: 'video/mp4', durationSeconds: 12 });
    desk.change('import', (before) => ({
      ...before,
      tracks: [
        ...before.tracks,
        {
          id: 'film',
          kind: 'film',
          language: 'zh-Hans',
          title: '影片',
          performer: '',
          media,
          marks: [],
          consent: true,
        },
      ],
    }));
  },
  unfinished: () => desk.attachments.unfinished(),
  /** From now on a recording finds no room after so many bytes. */
  fillAfter(bytes: number) {
    const { attachments } = desk;
    const record = attachments.record.bind(attachments);
    attachments.record = async (facts) => {
      const recording = await record(facts);
      let written = 0;
      return {
        ...recording,
        async append(more) {
          written += more instanceof Blob ? more.size : more.byteLength;
          if (written > bytes) throw new AttachmentError('full');
          await recording.append(more);
        },
      };
    };
  },
  /** Hands a file of the draft to the test. */
  async give(id: string, name: string) {
    const file = [...allFiles(desk.piece.peek())].find((one) => one === id);
    const blob = file ? await desk.attachments.open(file) : null;
    if (!blob) return false;
    await fetch(`/files/${name}`, { method: 'PUT', body: await blob.arrayBuffer() });
    return true;
  },
};

function* allFiles({ tracks }: DraftPiece) {
  for (const { media, original, recordings = [] } of tracks) {
    if (media) yield media.id;
    if (original) yield original.id;
    for (const { id } of recordings) yield id;
  }
}

export type SignPage = typeof signPage;
Object.assign(window, { signPage });

function Page() {
  const now = opened.value;
  if (!now) return null;
  return (
    <LocationProvider>
      <main>
        <StepFrame step="sign" desk={now.desk} month={now.month}>
          <SignStep desk={now.desk} />
        </StepFrame>
      </main>
    </LocationProvider>
  );
}
const root = document.getElementById('app');
if (root) render(<Page />, root);
