import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import type { Desk } from '../shared/desk.ts';
import { addTrack, type RecordedKind } from './track-edit.ts';
import css from './SignStep.module.css';

interface AddTrackProps {
  readonly desk: Desk;
  readonly kind: RecordedKind;
}

/** Kept in the draft, in the words of the club: they are shown to members, whatever language the facilitator works in. */
const names = {
  sign: { titles: ['国家通用手语', '上海手语'], performer: '手语老师' },
  audio: { titles: ['诵读'], performer: '朗读者' },
} as const;

export function AddTrack({ desk, kind }: AddTrackProps) {
  const t = useT('studio-sign');
  const { titles, performer } = names[kind];
  const taken = new Set(desk.piece.value.tracks.map(({ title }) => title));
  return (
    <div class={css.acts}>
      {titles
        .filter((title) => !taken.has(title))
        .map((title) => (
          <Button
            key={title}
            onClick={() => desk.change('signing', (piece) => addTrack(piece, kind, title, performer))}
          >
            {t(kind === 'sign' ? 'list.add' : 'list.addAudio')}
            {kind === 'sign' && (
              <>
                {': '}
                <span lang="zh-Hans">{title}</span>
              </>
            )}
          </Button>
        ))}
    </div>
  );
}
