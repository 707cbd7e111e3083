import type { ReadonlySignal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { DraftPiece } from '../../../authoring/draft/model.ts';
import type { Desk } from '../shared/desk.ts';
import { DraftFrame } from './DraftFrame.tsx';
import { LookChoices } from './LookChoices.tsx';
import { PackPanel } from './PackPanel.tsx';
import { firstLook, type Look } from './preview-state.ts';
import css from './PreviewStep.module.css';

interface PreviewStepProps {
  readonly desk: Desk;
  /** Of the whole month. */
  readonly pieces: ReadonlySignal<readonly DraftPiece[]>;
}

/** The member's own app on the draft, as each of its readers would have it. */
export function PreviewStep({ desk, pieces }: PreviewStepProps) {
  const [look, setLook] = useState<Look>(() =>
    firstLook({ width: window.innerWidth, height: window.innerHeight }),
  );
  return (
    <div class={css.container}>
      <div class={css.step}>
        <DraftFrame desk={desk} pieces={pieces} look={look} />
        <LookChoices look={look} onChange={setLook} />
      </div>
      <PackPanel desk={desk} pieces={pieces} />
    </div>
  );
}
