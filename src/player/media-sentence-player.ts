/** A sentence player over one media element: a sign video beside a text, or a recitation. */
import { createMediaTransport, type MediaTransportOptions } from './media-transport.ts';
import { createSentencePlayer, type EnginePlayer, type SentencePlayerOptions } from './sentence-engine.ts';

export interface MediaSentencePlayer extends EnginePlayer {
  /** The element that plays, whenever the page has one; `null` when it leaves. Position and speed are carried over. */
  attach(element: HTMLMediaElement | null): void;
}

export function createMediaSentencePlayer(
  options: SentencePlayerOptions & MediaTransportOptions,
): MediaSentencePlayer {
  const { player, transport } = createSentencePlayer(options, (events) =>
    createMediaTransport(events, options),
  );
  return { ...player, attach: (element) => transport.attach(element) };
}
