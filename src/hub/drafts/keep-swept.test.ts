import { expect, it, vi } from 'vitest';
import { openDraftsDesk } from './drafts-fixture.ts';
import { sweepAll } from './keep-swept.ts';

it('what cannot be swept is said and keeps nothing else from being swept', async () => {
  const desk = await openDraftsDesk();
  const said = vi.spyOn(console, 'error').mockReturnValue();
  const { uploads, drafts, attachments } = desk.services;
  const why = new Error('the disk');
  vi.spyOn(uploads, 'sweep').mockRejectedValue(why);
  vi.spyOn(drafts, 'sweep').mockRejectedValue(why);
  const last = vi.spyOn(attachments, 'sweep');
  await sweepAll(desk.services);
  expect(said.mock.calls).toEqual([[why], [why]]);
  expect(last).toHaveBeenCalledOnce();
  said.mockRestore();
  await desk.clear();
});
