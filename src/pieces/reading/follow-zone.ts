/** Where the current sentence may stand without the page being moved for it. Lengths in CSS pixels. */
interface Span {
  readonly top: number;
  readonly bottom: number;
}

/** The upper part of the view, so that what comes next is in sight as well. */
const zoneTop = 0.06;
const zoneBottom = 0.7;
/** Where the sentence comes to stand when the page does move. */
const landing = 0.14;

/** By how much to scroll down (negative: up) to bring the sentence back; 0 while it stands comfortably. */
export function scrollNeeded(sentence: Span, view: Span): number {
  const height = view.bottom - view.top;
  const isTall = sentence.bottom - sentence.top > height * (zoneBottom - zoneTop);
  const isAbove = sentence.top < view.top + height * zoneTop;
  const isBelow = sentence.bottom > view.top + height * zoneBottom;
  if (isTall) {
    const fillsView = sentence.top <= view.top + height * landing && sentence.bottom >= view.top + height / 2;
    if (fillsView) return 0;
  } else if (!isAbove && !isBelow) return 0;
  return sentence.top - (view.top + height * landing);
}
