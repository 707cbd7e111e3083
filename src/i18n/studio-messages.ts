/** Importing this makes the studio's namespaces known; its pages do. */
import { addMessageFiles } from './i18n.ts';
import type { Messages } from './namespaces.ts';

addMessageFiles(import.meta.glob<Messages>('./locales/*/studio*.json', { import: 'default' }));
