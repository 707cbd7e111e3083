// `npm start`: builds what is needed, then runs the hub in this process, so that signals reach it.
import { ensureApp, ensureHub } from './fresh-build.mjs';

ensureApp();
ensureHub();
if (!process.argv.includes('--build-only')) await import('../../../dist/hub/main.js');
