import { sentencesOfBlock, type BlobRef } from '../../core/reading/model.ts';
import { useT } from '../../i18n/use-t.ts';
import type { Slide } from './slides.ts';
import css from './PrintedPictures.module.css';

interface PrintedPicturesProps {
  readonly slides: readonly Slide[];
  readonly language: string;
  readonly urlOf: (blob: BlobRef) => string;
}

/**
 * On paper nobody turns to the next picture: there they stand all, each with its words and with what it shows in words.
 * Fetched behind everything else, so that paper need not wait and the next picture is there at once.
 */
export function PrintedPictures({ slides, language, urlOf }: PrintedPicturesProps) {
  const t = useT('gallery');
  return (
    <div class={css.pictures} aria-hidden="true" lang={language}>
      {slides.map(({ figure, blocks }, index) => (
        <figure key={index} class={css.picture}>
          <img
            src={urlOf(figure.image)}
            alt=""
            width={figure.image.width}
            height={figure.image.height}
            fetchPriority="low"
          />
          <figcaption>
            {blocks.map((block, at) => (
              <p key={at}>
                {sentencesOfBlock(block)
                  .flatMap(({ words }) => words.map(({ text }) => text))
                  .join('')}
              </p>
            ))}
            <p class={css.alt}>
              {t('alt.label')}：{figure.alt}
            </p>
          </figcaption>
        </figure>
      ))}
    </div>
  );
}
