/** `/preview/file`: the studio's words have to be known before its page is asked for them. */
import '../../i18n/studio-messages.ts';
import { lazyPage } from '../routes.tsx';

export default lazyPage(() => import('../../features/studio/preview/PreviewFilePage.tsx'), {
  namespaces: ['studio-preview'],
});
