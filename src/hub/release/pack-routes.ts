/** `/api/packs…`: packs of the shelf, written as they are sent; nothing of them lies on the hub's disk or in its memory. */
import { Hono, type Context } from 'hono';
import type { PackPlan } from '../../core/release/pack-plan.ts';
import { writeVolume } from '../../core/shelf/pack/write-pack.ts';
import { HubError } from '../hub-error.ts';
import type { OpenShelf } from '../open-shelf.ts';
import { planPack, volumePath, type PlannedPack } from '../pack/pack-issues.ts';
import { allow, type ApiEnv } from '../people/access.ts';
import { ApiError } from '../server/api-error.ts';
import { storeRefusal } from '../server/store-refusal.ts';
import { soon } from '../store/soon.ts';
import { tellTrouble } from '../trouble.ts';
import { bodyOf } from './body-of.ts';

/** For tests: volumes small enough to be several. */
interface PackOptions {
  readonly volumeBytes?: number;
}

export function packRoutes(
  { shelf }: { readonly shelf: OpenShelf },
  { volumeBytes }: PackOptions = {},
): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  const planned = (context: Context<ApiEnv>): Promise<PlannedPack> =>
    told(() => soon(planPack(issuesOf(context), shelf, volumeBytes), shelf.store.name));

  routes.get('/packs', allow({ role: 'editor' }), async (context) => {
    const { sequence, issues, volumes } = await planned(context);
    return context.json({
      sequence,
      issues: issues.map(({ id, club, title }) => ({ id, club, title })),
      volumes: volumes.map(({ sizeBytes }, index) => ({
        name: volumePath(fileName(issues), index + 1),
        bytes: sizeBytes,
      })),
    } satisfies PackPlan);
  });

  routes.get('/packs/:volume', allow({ role: 'editor' }), async (context) => {
    const { jws, sequence, issues, volumes } = await planned(context);
    if (String(sequence) !== context.req.query('sequence')) throw new ApiError(409, 'pack-outdated');
    const number = Number(context.req.param('volume'));
    const volume = volumes[number - 1];
    if (volume === undefined) throw new ApiError(404, 'no-such-address');
    const name = volumePath(fileName(issues), number);
    return new Response(bodyOf(writeVolume(jws, volume.blobs)), {
      headers: {
        'content-type': 'application/zip',
        'content-length': String(volume.sizeBytes),
        'content-disposition': `attachment; filename="${name}"`,
      },
    });
  });

  return routes;
}

/** None asked for: all. */
const issuesOf = ({ req }: Context<ApiEnv>): readonly string[] =>
  (req.query('issues') ?? '').split(',').filter((id) => id !== '');

const fileName = ([first, ...others]: PlannedPack['issues']): string =>
  `${first !== undefined && others.length === 0 ? first.id : 'same-page'}.samepage.zip`;

/** @throws ApiError */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof HubError) || storeRefusal(error) !== null) throw error;
    if (error.fault === 'shelf-empty' || error.fault === 'no-such-issue')
      throw new ApiError(404, 'not-published');
    tellTrouble(error);
    throw new ApiError(503, 'pack-broken');
  }
}
