import { Component, type ComponentChildren } from 'preact';
import { late } from '../ui/late.tsx';

const UnexpectedPage = late(async () => (await import('./ProblemPage.tsx')).UnexpectedPage);

interface Props {
  /** Another address is another chance. */
  readonly path: string;
  readonly children: ComponentChildren;
}

/** A page that throws becomes a sentence and a way out, and the rest of the app stays. */
export class ProblemBoundary extends Component<Props, { readonly failedAt: string | null }> {
  override state = { failedAt: null };

  override componentDidCatch(error: unknown): void {
    // For whoever is asked to help: the person only sees the sentence.
    console.error(error);
    this.setState({ failedAt: this.props.path });
  }

  override render({ path, children }: Props) {
    return this.state.failedAt === path ? <UnexpectedPage /> : children;
  }
}
