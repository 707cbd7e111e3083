// `npm run hub -- …`: looking after the hub, built when needed. Paths are relative to where the person stands.
import { ensureHub } from './fresh-build.mjs';

ensureHub();
await import('../../../dist/hub/hub.js');
