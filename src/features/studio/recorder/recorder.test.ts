/** A recording that is only beginning: whatever happens then, nothing of it is left behind and nothing goes on running. */
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftPieceSchema } from '../../../authoring/draft/model.ts';
import { newIssue } from '../../../authoring/draft/new-draft.ts';
import { club } from '../../../core/shelf/fixture.ts';
import { AttachmentError, type Attachments, type Desk } from '../shared/desk.ts';
import { createMemoryDesk } from '../shared/memory-desk.ts';
import { createRecorder, type Recorder } from './recorder.ts';

/** As browsers do: `start` and `stop` are answered later, by an event. */
class FakeMediaRecorder extends EventTarget {
  static isTypeSupported(): boolean {
    return true;
  }
  readonly mimeType = 'audio/mp4';
  state = 'inactive';
  constructor() {
    super();
    made.push(this);
  }
  start(): void {
    if (!isRecordable) throw new DOMException('', 'NotSupportedError');
    this.state = 'recording';
  }
  stop(): void {
    this.state = 'inactive';
    setTimeout(() => this.dispatchEvent(new Event('stop')));
  }
  answer(): void {
    this.dispatchEvent(new Event('start'));
  }
  give(text: string): void {
    this.dispatchEvent(Object.assign(new Event('dataavailable'), { data: new Blob([text]) }));
  }
}

let made: FakeMediaRecorder[];
let isRecordable: boolean;
/** Files of recordings that were neither finished nor thrown away. */
let open: number;
let desk: Desk;
let recorder: Recorder;
let letFilesOpen: () => void;
const stream = (active = true) =>
  v.parse(
    v.custom<MediaStream>(() => true),
    { active },
  );

beforeEach(() => {
  vi.stubGlobal('MediaRecorder', FakeMediaRecorder);
  made = [];
  isRecordable = true;
  open = 0;
  letFilesOpen = () => undefined;
  desk = deskWithTrack();
  recorder = createRecorder(desk, 'voice', 'audio');
});
afterEach(() => vi.unstubAllGlobals());

const theRecorder = async (): Promise<FakeMediaRecorder> =>
  vi.waitFor(() => {
    const [one] = made;
    if (one?.state !== 'recording') throw new Error('It was not asked to record yet');
    return one;
  });
const kept = () => desk.piece.value.tracks[0]?.recordings ?? [];

describe('a recording that is only beginning', () => {
  it('runs once its recorder has answered', async () => {
    const starting = recorder.start(stream(), null);
    (await theRecorder()).answer();
    await starting;
    expect(recorder.state.value.phase).toBe('countdown');
    made[0]?.give('a second of sound');
    await recorder.close();
    expect([open, kept().length]).toEqual([0, 1]);
  });

  it('is given up by whoever leaves before its recorder has answered', async () => {
    const starting = recorder.start(stream(), null);
    const one = await theRecorder();
    await recorder.close();
    expect(one.state).toBe('inactive');
    expect([open, kept().length, recorder.stopped.value]).toEqual([0, 0, null]);
    await starting;
    expect(recorder.state.value).toMatchObject({ phase: 'ready', file: null });
  });

  it('is given up by whoever leaves while its file is being made', async () => {
    holdFiles();
    const starting = recorder.start(stream(), null);
    const leaving = recorder.close();
    letFilesOpen();
    await Promise.all([starting, leaving]);
    expect(made.map(({ state }) => state)).toEqual(['inactive']);
    expect([open, kept().length]).toEqual([0, 0]);
  });

  it('has been left for good once it is closed', async () => {
    await recorder.close();
    await recorder.start(stream(), null);
    expect([made.length, open]).toEqual([0, 0]);
  });

  it('can be gone back from, and begun again', async () => {
    const first = recorder.start(stream(), null);
    await theRecorder();
    await recorder.stop();
    await first;
    made.length = 0;
    const second = recorder.start(stream(), null);
    (await theRecorder()).answer();
    await second;
    expect([recorder.state.value.phase, open]).toEqual(['countdown', 1]);
    await recorder.close();
  });

  it('is begun once, however often the button is pressed', async () => {
    const starting = [recorder.start(stream(), null), recorder.start(stream(), null)];
    (await theRecorder()).answer();
    await Promise.all(starting);
    await recorder.start(stream(), null);
    expect([made.length, open]).toEqual([1, 1]);
    await recorder.close();
  });

  it('that breaks says why and leaves no file', async () => {
    const starting = recorder.start(stream(), null);
    // The camera goes.
    (await theRecorder()).stop();
    await starting;
    expect([recorder.stopped.value, open, recorder.state.value.phase]).toEqual(['lost', 0, 'ready']);
  });

  it('that finds no room says so and leaves no file', async () => {
    fillDisk();
    const starting = recorder.start(stream(), null);
    const one = await theRecorder();
    one.give('more than there is room for');
    await starting;
    expect(one.state).toBe('inactive');
    expect([recorder.stopped.value, open]).toEqual(['full', 0]);
  });

  it('that a browser refuses says so and leaves no file', async () => {
    isRecordable = false;
    await recorder.start(stream(), null);
    expect([recorder.stopped.value, open]).toEqual(['cannot-record', 0]);
    await recorder.start(stream(false), null);
    expect([recorder.stopped.value, open]).toEqual(['lost', 0]);
  });
});

function deskWithTrack(): Desk {
  const base = createMemoryDesk({
    club,
    issue: { ...newIssue('2026-12', club.id), pieces: ['old-street'] },
    piece: v.parse(DraftPieceSchema, {
      version: 1,
      id: 'old-street',
      kind: 'recitation',
      title: '老街',
      language: 'zh-Hans',
      blocks: [{ type: 'paragraph', sentences: [{ id: 's1', words: [{ text: '他走了。' }] }] }],
      questions: [],
      source: { author: '', permission: '' },
      tracks: [
        {
          id: 'voice',
          kind: 'audio',
          language: 'zh-Hans',
          title: '诵读',
          performer: '志愿者',
          media: null,
          marks: [],
          consent: true,
        },
      ],
      captions: [],
      consent: false,
    }),
  });
  return { ...base, attachments: countOpen(base.attachments) };
}

function countOpen(attachments: Attachments): Attachments {
  return {
    ...attachments,
    async record(facts) {
      const file = await attachments.record(facts);
      open += 1;
      return {
        ...file,
        finish: (found) => file.finish(found).finally(() => (open -= 1)),
        discard: () => file.discard().finally(() => (open -= 1)),
      };
    },
  };
}

function holdFiles(): void {
  const { attachments } = desk;
  const isLet = new Promise<void>((resolve) => (letFilesOpen = resolve));
  desk = {
    ...desk,
    attachments: { ...attachments, record: (facts) => isLet.then(() => attachments.record(facts)) },
  };
  recorder = createRecorder(desk, 'voice', 'audio');
}

function fillDisk(): void {
  const { attachments } = desk;
  const record: Attachments['record'] = async (facts) => ({
    ...(await attachments.record(facts)),
    append: () => Promise.reject(new AttachmentError('full')),
  });
  desk = { ...desk, attachments: { ...attachments, record } };
  recorder = createRecorder(desk, 'voice', 'audio');
}
