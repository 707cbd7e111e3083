/** Importing this makes the studio's namespaces known; its pages do. */
import { addMessageFiles, type MessageFile } from './i18n.ts';

addMessageFiles(import.meta.glob<MessageFile>('./locales/*/studio*.json'));
