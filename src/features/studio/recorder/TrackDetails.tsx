import type { DraftTrack } from '../../../authoring/draft/model.ts';
import { useT } from '../../../i18n/use-t.ts';
import type { Desk } from '../shared/desk.ts';
import { kindOf } from './finish-track.ts';
import { SecondsField } from './SecondsField.tsx';
import { changeTrack, withoutKeys } from './track-edit.ts';
import css from './SignStep.module.css';

interface TrackDetailsProps {
  readonly desk: Desk;
  readonly track: DraftTrack;
}

/** Who signs, by role; that they agreed; who looked at it before release. */
export function TrackDetails({ desk, track }: TrackDetailsProps) {
  const t = useT('studio-sign');
  const isAudio = kindOf(track) === 'audio';
  const isReadOnly = !desk.canWrite.value;
  const change = (update: (track: DraftTrack) => DraftTrack, field: string): void =>
    desk.change('signing', (piece) => changeTrack(piece, track.id, update), `${field} ${track.id}`);
  const setReview = (by: string, date: string): void =>
    change(
      (before) =>
        by === '' && date === '' ? withoutKeys(before, 'review') : { ...before, review: { by, date } },
      'review',
    );
  const review = track.review ?? { by: '', date: '' };
  return (
    <details class={css.details}>
      <summary>{t('details.open')}</summary>
      <div class={css.fields}>
        <label class={css.field}>
          {t('details.title')}
          <input
            type="text"
            data-field="title"
            value={track.title}
            disabled={isReadOnly}
            onInput={({ currentTarget: { value } }) =>
              change((before) => ({ ...before, title: value }), 'title')
            }
          />
        </label>
        <label class={css.field}>
          {t(isAudio ? 'details.performerAudio' : 'details.performer')}
          <input
            type="text"
            data-field="performer"
            value={track.performer}
            disabled={isReadOnly}
            onInput={({ currentTarget: { value } }) =>
              change((before) => ({ ...before, performer: value }), 'performer')
            }
          />
        </label>
        <label class={css.check}>
          <input
            type="checkbox"
            data-field="consent"
            checked={track.consent}
            disabled={isReadOnly}
            onChange={({ currentTarget: { checked } }) =>
              change((before) => ({ ...before, consent: checked }), 'consent')
            }
          />
          <span>{t(isAudio ? 'details.consentAudio' : 'details.consent')}</span>
        </label>
        {!isAudio && (
          <fieldset class={css.group} data-field="review">
            <legend>{t('details.review')}</legend>
            <p class={css.note}>{t('details.reviewNote')}</p>
            <label class={css.field}>
              {t('details.reviewBy')}
              <input
                type="text"
                value={review.by}
                placeholder={t('details.reviewer')}
                disabled={isReadOnly}
                onInput={({ currentTarget: { value } }) => setReview(value, review.date)}
              />
            </label>
            <label class={css.field}>
              {t('details.reviewDate')}
              <input
                type="date"
                value={review.date}
                disabled={isReadOnly}
                onInput={({ currentTarget: { value } }) => setReview(review.by, value)}
              />
            </label>
          </fieldset>
        )}
        <p class={css.note}>{t('details.margins')}</p>
        <SecondsField
          label={t('details.lead')}
          value={track.leadSeconds ?? 0}
          onChange={(leadSeconds) => change((before) => ({ ...before, leadSeconds }), 'lead')}
        />
        <SecondsField
          label={t('details.tail')}
          value={track.tailSeconds ?? 0}
          onChange={(tailSeconds) => change((before) => ({ ...before, tailSeconds }), 'tail')}
        />
      </div>
    </details>
  );
}
