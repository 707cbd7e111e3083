/** Every link of the app leads inside the preview: turned as it is drawn, so that it may be followed, copied and opened as any link. */
import { options } from 'preact';
import { withBase } from './PreviewLocation.tsx';

export function turnLinks(base: string): void {
  const before = options.vnode;
  options.vnode = (vnode) => {
    if (vnode.type === 'a' && 'href' in vnode.props && typeof vnode.props.href === 'string') {
      Object.assign(vnode.props, { href: withBase(base, vnode.props.href) });
    }
    before?.(vnode);
  };
}
