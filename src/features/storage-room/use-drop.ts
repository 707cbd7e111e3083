import { useEffect, useState } from 'preact/hooks';
import type { ImportedFrom } from '../../library/library.ts';
import { SeveralFiles } from './refusal.ts';

/** Packs, a folder, or why neither was taken. */
export type Dropped = ImportedFrom | SeveralFiles;

/**
 * Files dropped anywhere on the page; without this the browser would leave the app and open them. Returns whether a
 * file is being dragged over it. Keep `onDrop` in `useCallback`. The button beside it does the same without dragging (WCAG 2.5.7).
 */
export function useDrop(onDrop: (dropped: Dropped) => void): boolean {
  const [isDragged, setDragged] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const on = (name: 'dragover' | 'dragleave' | 'drop', listener: (event: DragEvent) => void): void =>
      document.addEventListener(name, listener, { signal: stop.signal });
    on('dragover', (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setDragged(true);
    });
    on('dragleave', (event) => {
      if (event.relatedTarget === null) setDragged(false);
    });
    on('drop', (event) => {
      setDragged(false);
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      void droppedOf(event.dataTransfer).then((dropped) => dropped && onDrop(dropped));
    });
    return () => stop.abort();
  }, [onDrop]);

  return isDragged;
}

/** Read at once: what was dropped is gone after the event. */
async function droppedOf(data: DataTransfer): Promise<Dropped | null> {
  const items = [...data.items].filter(({ kind }) => kind === 'file');
  const files = items.flatMap((item) => item.getAsFile() ?? []);
  const handles = await Promise.all(
    items.map((item) => item.getAsFileSystemHandle?.().catch(() => null) ?? null),
  );
  const folder = handles.find((handle) => handle instanceof FileSystemDirectoryHandle);
  if (folder) return items.length > 1 ? new SeveralFiles() : folder;
  return files.length > 0 ? files : null;
}
