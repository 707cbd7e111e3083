import type { Block } from '../../core/reading/model.ts';
import { useT } from '../../i18n/use-t.ts';
import { SentenceText } from './SentenceText.tsx';
import type { SharedText } from './shared-text.ts';
import { plainOf, unitsOfBlock } from './units.ts';
import css from './ReadingText.module.css';

interface BlockTextProps {
  readonly block: Block;
  readonly shared: SharedText;
}

export function BlockText({ block, shared }: BlockTextProps) {
  const t = useT('reading');
  const units = unitsOfBlock(block, shared.settings.plain);
  const text = units.map((unit) => <SentenceText key={unit.id} unit={unit} shared={shared} />);
  if (plainOf(block, shared.settings.plain)) {
    return (
      <div class={css.plain}>
        <span class={css.plainMark}>{t('plainMark')}</span>
        {block.type === 'quotation' ? <blockquote class={css.quotation}>{text}</blockquote> : <p>{text}</p>}
      </div>
    );
  }
  switch (block.type) {
    case 'heading':
      return block.level === 2 ? <h2 class={css.heading}>{text}</h2> : <h3 class={css.heading}>{text}</h3>;
    case 'paragraph':
      return <p>{text}</p>;
    case 'quotation':
      return <blockquote class={css.quotation}>{text}</blockquote>;
    case 'list':
      return <ListText block={block} shared={shared} />;
    case 'figure':
      return (
        <figure class={css.figure}>
          <img
            src={shared.urlOf(block.image)}
            alt={block.alt}
            width={block.image.width}
            height={block.image.height}
            loading="lazy"
            decoding="async"
          />
          {units.length > 0 && <figcaption>{text}</figcaption>}
        </figure>
      );
  }
}

function ListText({ block, shared }: { block: Extract<Block, { type: 'list' }>; shared: SharedText }) {
  const units = unitsOfBlock(block, false);
  const Element = block.ordered ? 'ol' : 'ul';
  return (
    <Element class={css.list}>
      {block.items.map((item, index) => (
        <li key={index}>
          {item.sentences.map((sentence) => {
            const unit = units.find((one) => one.id === sentence.id);
            return unit && <SentenceText key={unit.id} unit={unit} shared={shared} />;
          })}
        </li>
      ))}
    </Element>
  );
}
