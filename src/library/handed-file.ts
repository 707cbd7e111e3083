/** A file someone picked in one room that belongs into another: a preview file brought to the storage room's import. */
import { signal } from '@preact/signals';

/** Set it, then go to `/preview/file`; the page there takes it and clears it. */
export const previewFileHanded = signal<File | null>(null);
