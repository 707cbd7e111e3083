import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { SentenceIdSchema } from '../core/reading/model.ts';
import type { Cue } from '../core/sync/track.ts';
import { createFakeTransport, FRAME_SECONDS, type FakeTransport } from './fake-transport.ts';
import { createSentencePlayer, type SentencePlayerOptions } from './sentence-engine.ts';

const id = (name: string) => v.parse(SentenceIdSchema, name);
const cue = (name: string, start: number, end: number): Cue => ({ sentence: id(name), start, end });

/** s1 and s2 follow at once, a gap of a second before s3; `title` has no signing. s2 begins between two frames. */
const cues = [cue('s1', 1, 3.01), cue('s2', 3.01, 5), cue('s3', 6, 8)];
const sentences = ['title', 's1', 's2', 's3'].map(id);

function start(options: Partial<SentencePlayerOptions> = {}) {
  return createSentencePlayer<FakeTransport>({ cues, sentences, ...options }, createFakeTransport);
}

describe('a sentence player', () => {
  it('follows the frames, and stays on a sentence through the gap after it', () => {
    const { player, transport } = start();
    player.play();
    expect(player.current.value).toBeNull();
    transport.playTo(2);
    expect(player.current.value).toBe('s1');
    transport.playTo(5.5);
    expect(player.current.value).toBe('s2');
    transport.playTo(6.5);
    expect(player.current.value).toBe('s3');
  });

  it('plays a tapped sentence alone and stops on its last frame, not in the next sentence', () => {
    const { player, transport } = start();
    player.playSentence(id('s1'), { only: true });
    transport.playTo(20);
    expect(player.playing.value).toBe(false);
    expect(player.current.value).toBe('s1');
    expect(transport.now()).toBeLessThan(3.01);
    expect(transport.now()).toBeGreaterThan(3.01 - 2 * FRAME_SECONDS);
  });

  it('counts the frame a seek lands on as the sentence asked for, even where it begins before the cue', () => {
    const { player } = start();
    player.playSentence(id('s2'));
    expect(player.current.value).toBe('s2');
  });

  it('goes back to the last frame when the medium ran past the end', () => {
    const { player, transport } = start();
    player.playSentence(id('s1'), { only: true });
    transport.playTo(2.98);
    // The medium presents one more frame although it was paused.
    transport.play();
    transport.playFor(FRAME_SECONDS);
    expect(transport.seeks.at(-1)).toBeCloseTo(3, 3);
    expect(player.current.value).toBe('s1');
  });

  it('goes on with the next sentence after a stop', () => {
    const { player, transport } = start();
    player.playSentence(id('s1'), { only: true });
    transport.playTo(20);
    player.play();
    transport.playTo(7);
    expect(player.playing.value).toBe(true);
    expect(player.current.value).toBe('s3');
  });

  it('stops after each sentence when asked, and goes on from there', () => {
    const { player, transport } = start({ pauseAfterSentence: true });
    player.play();
    transport.playTo(20);
    expect(player.current.value).toBe('s1');
    expect(player.playing.value).toBe(false);
    player.play();
    transport.playTo(20);
    expect(player.current.value).toBe('s2');
    expect(player.playing.value).toBe(false);
  });

  it('stops after the sentence it was opened at, too', () => {
    const { player, transport } = start({ pauseAfterSentence: true });
    player.show(id('s2'));
    player.play();
    transport.playTo(20);
    expect(player.current.value).toBe('s2');
    expect(player.playing.value).toBe(false);
  });

  it('takes up and drops stopping after each sentence while one plays', () => {
    const { player, transport } = start();
    player.play();
    transport.playTo(2);
    player.setPauseAfterSentence(true);
    transport.playTo(20);
    expect(player.current.value).toBe('s1');
    player.play();
    transport.playTo(4);
    player.setPauseAfterSentence(false);
    transport.playTo(7);
    expect(player.current.value).toBe('s3');
  });

  it('again repeats the sentence the way it was being watched', () => {
    const { player, transport } = start();
    player.playSentence(id('s1'), { only: true });
    transport.playTo(20);
    player.again();
    expect(transport.now()).toBe(1);
    transport.playTo(20);
    expect(player.playing.value).toBe(false);
    player.play();
    transport.playTo(4);
    player.again();
    transport.playTo(7);
    expect(player.current.value).toBe('s3');
  });

  it('next and previous go by sentences the track has, and stop there when stepping', () => {
    const { player, transport } = start();
    player.next();
    expect(player.current.value).toBe('s1');
    transport.playTo(20);
    player.next();
    transport.playTo(20);
    expect(player.current.value).toBe('s2');
    expect(player.playing.value).toBe(false);
    player.previous();
    expect(player.current.value).toBe('s1');
    transport.playTo(20);
    player.previous();
    expect(player.current.value).toBe('s1');
    player.show(id('s3'));
    player.next();
    expect(player.current.value).toBe('s3');
  });

  it('previous starts a running sentence again once it is well under way, and goes one back before that', () => {
    const { player, transport } = start();
    player.playSentence(id('s2'));
    transport.playTo(4.8);
    player.previous();
    expect(player.current.value).toBe('s2');
    transport.playTo(3.5);
    player.previous();
    expect(player.current.value).toBe('s1');
    expect(player.playing.value).toBe(true);
  });

  it('repeats a span until another sentence is chosen', () => {
    const { player, transport } = start();
    player.setLoop({ from: id('s1'), to: id('s2') });
    player.playSentence(id('s2'), { only: true });
    transport.playFor(2.5);
    expect(player.current.value).toBe('s1');
    expect(player.playing.value).toBe(true);
    player.next();
    expect(player.loop.value).not.toBeNull();
    player.next();
    expect(player.current.value).toBe('s3');
    expect(player.loop.value).toBeNull();
  });

  it('repeats a span that ends with the medium', () => {
    const { player, transport } = start();
    player.setLoop({ from: id('s3'), to: id('s3') });
    player.playSentence(id('s3'));
    transport.runOut();
    expect(player.playing.value).toBe(true);
    expect(transport.seeks.at(-1)).toBe(6);
  });

  it('pausing after each sentence of a loop, it goes on from the beginning of the loop', () => {
    const { player, transport } = start({ pauseAfterSentence: true });
    player.setLoop({ from: id('s1'), to: id('s1') });
    player.playSentence(id('s1'));
    transport.playTo(20);
    expect(player.playing.value).toBe(false);
    player.play();
    expect(transport.now()).toBe(1);
    transport.playTo(2);
    expect(player.playing.value).toBe(true);
  });

  it('goes to a sentence without signing by pausing: the text shows it', () => {
    const { player, transport } = start();
    player.play();
    transport.playTo(2);
    player.playSentence(id('title'), { only: true });
    expect(player.covers(id('title'))).toBe(false);
    expect(player.current.value).toBe('title');
    expect(player.playing.value).toBe(false);
    player.next();
    expect(player.current.value).toBe('s1');
  });

  it('steps through the sentences where there is no track at all', () => {
    const { player } = start({ cues: [] });
    player.next();
    expect(player.current.value).toBe('title');
    player.next();
    player.next();
    expect(player.current.value).toBe('s2');
    player.previous();
    expect(player.current.value).toBe('s1');
  });

  it('shows a sentence without playing it', () => {
    const { player, transport } = start();
    player.show(id('s2'));
    expect(transport.now()).toBe(3.01);
    expect(player.playing.value).toBe(false);
    expect(player.current.value).toBe('s2');
  });

  it('starts again from the beginning after the end', () => {
    const { player, transport } = start();
    player.play();
    transport.playTo(9);
    transport.runOut();
    player.play();
    expect(transport.now()).toBe(0);
    expect(player.playing.value).toBe(true);
  });

  it('a place on the time line makes its sentence current', () => {
    const { player } = start();
    player.seek(5.5);
    expect(player.current.value).toBe('s2');
    expect(player.timeSeconds.value).toBeCloseTo(5.48);
    player.seek(0.5);
    expect(player.current.value).toBeNull();
  });
});
