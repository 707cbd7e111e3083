/** A draft in a file as a bookcase. Its videos are read where they lie in the file, so that a month of them takes no memory. */
import { DraftFileError, openDraftFile, type OpenDraftFile } from '../../../authoring/draft/draft-file.ts';
import { createDraftBookcase } from '../shared/draft-bookcase.ts';
import type { PreviewFile, Surroundings } from './open-preview-file.ts';
import { PreviewFileError } from './preview-file-error.ts';

/** @throws PreviewFileError */
export async function openDraftPreview(file: File, { clubs }: Surroundings): Promise<PreviewFile> {
  const { issue, pieces, files } = await open(file);
  const club = clubs.find(({ id }) => id === issue.club);
  if (club === undefined) throw new PreviewFileError('club-unknown', issue.club);
  const bookcase = createDraftBookcase({
    club,
    issue: () => issue,
    pieces: () => pieces,
    async open(id) {
      const place = await files.get(id)?.place();
      return place ? file.slice(place.start, place.end) : null;
    },
  });
  return { title: issue.title, club, bookcase, close: () => bookcase.close() };
}

async function open(file: File): Promise<OpenDraftFile> {
  try {
    return await openDraftFile({
      size: file.size,
      // Not as a stream: WebKit reads picked files wrongly as one.
      slice: async (start, end) => new Uint8Array(await file.slice(start, end).arrayBuffer()),
    });
  } catch (error) {
    if (!(error instanceof DraftFileError)) throw error;
    throw new PreviewFileError(error.fault === 'not-a-draft' ? 'not-a-zip' : error.fault);
  }
}
