// `npm run issue -- …`: the command line, built when needed. Paths are relative to where the person stands.
import { ensureHub } from './fresh-build.mjs';

ensureHub();
await import('../../../dist/hub/issue.js');
