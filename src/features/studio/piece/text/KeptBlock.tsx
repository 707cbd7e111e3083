import { Component } from 'preact';
import { BlockEditor, type BlockEditorProps } from './BlockEditor.tsx';

/** In a text of 10,000 characters a keystroke changes one block; the others are not even looked at. */
export class KeptBlock extends Component<BlockEditorProps> {
  override shouldComponentUpdate(next: Readonly<BlockEditorProps>): boolean {
    const { desk, block, blockKey, index, count, isActive, readOnly, found, actions, onPaste } = this.props;
    return !(
      next.desk === desk &&
      next.block === block &&
      next.blockKey === blockKey &&
      next.index === index &&
      next.count === count &&
      next.isActive === isActive &&
      next.readOnly === readOnly &&
      next.found === found &&
      next.actions === actions &&
      next.onPaste === onPaste
    );
  }
  override render() {
    return <BlockEditor {...this.props} />;
  }
}
