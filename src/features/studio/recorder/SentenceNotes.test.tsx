// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { draftPiece, draftSentence, draftWord, sentenceId } from '../../../authoring/draft/fixture.ts';
import { loadNamespaces } from '../../../i18n/i18n.ts';
import type { Desk } from '../shared/desk.ts';
import { deskOf } from '../shared/desk-fixture.ts';
import { Prompter } from './Prompter.tsx';
import { SentenceNotes } from './SentenceNotes.tsx';
import { addTrack } from './track-edit.ts';

const first = draftSentence('s1', [draftWord('我们住在长乐路。')]);
const second = draftSentence('s2', [draftWord('每天早上排队。')]);

function deskOfTwo(): Desk {
  const piece = draftPiece({ blocks: [{ type: 'paragraph', sentences: [first, second] }], tracks: [] });
  return deskOf(addTrack(piece, 'sign', '国家通用手语', '手语老师'));
}
const notes = (desk: Desk) => desk.piece.value.tracks[0]?.notes;

beforeAll(() => loadNamespaces(['common', 'ui', 'studio', 'studio-sign']));
afterEach(cleanup);

function Notes({ desk }: { readonly desk: Desk }) {
  const [track] = desk.piece.value.tracks;
  return track ? <SentenceNotes desk={desk} track={track} /> : null;
}

describe('what the interpreter should know of a sentence', () => {
  it('is written before anything was recorded, one for each sentence, and leaves nothing when it is emptied', () => {
    const desk = deskOfTwo();
    render(<Notes desk={desk} />);
    const field = screen.getByRole('textbox', { name: '给手语老师的话，第 2 句', hidden: true });
    fireEvent.input(field, { target: { value: '“排队”打一次就够' } });
    expect(notes(desk)).toEqual({ s2: '“排队”打一次就够' });
    fireEvent.input(field, { target: { value: '' } });
    expect(notes(desk)).toBeUndefined();
    desk.undo();
    expect(notes(desk)?.[sentenceId('s2')]).toBeUndefined();
  });

  it('stands beside its sentence while it is signed', () => {
    const sign = (current: typeof first, note: string) => (
      <Prompter
        language="zh-Hans"
        current={current}
        next={null}
        note={note}
        countdown={null}
        place="第 1 句"
      />
    );
    const { rerender } = render(sign(first, '路名用指拼'));
    expect(screen.getByRole('region', { name: '现在这一句' }).textContent).toContain('路名用指拼');
    rerender(sign(second, ''));
    expect(screen.queryByText('提醒')).toBeNull();
  });
});
