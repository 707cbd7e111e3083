import { announcement } from './announce.ts';

/**
 * Mounted once by the app. Two live regions take turns: a screen reader does not read out a region whose text was
 * replaced by the same text.
 */
export function Announcer() {
  const { text, number } = announcement.value;
  return (
    <div class="visually-hidden">
      <output>{number % 2 === 0 ? text : ''}</output>
      <output>{number % 2 === 1 ? text : ''}</output>
    </div>
  );
}
