/** What can be told from outside, at the address people open: certificate, proxy, headers, parts of files. */
import { checkCertificate } from './certificate-check.ts';
import { deploy, reasonOf, unknown, well, wrong, type DoctorFinding } from './finding.ts';

const patienceMs = 8_000;

export interface AddressToCheck {
  /** Origin, or null where none was set. */
  readonly address: string | null;
  readonly hasProxy: boolean;
  /** PEM of an authority to trust besides the machine's, as with `tls internal`. */
  readonly authority?: string;
  /** A certificate that ends sooner is not being renewed. */
  readonly leastDays?: number;
  readonly ask?: (url: string, headers?: Record<string, string>) => Promise<Response>;
}

const askNet = (url: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(patienceMs) });

/** Whether the hub itself runs here: without it nothing else can be looked at. */
export async function checkRunning(port: number, ask = askNet): Promise<DoctorFinding> {
  const what = ['同页', 'the hub'] as const;
  try {
    const response = await ask(`http://127.0.0.1:${port}/healthz`);
    if (response.ok) return well(what, [`在 ${port} 端口开着，都正常`, `runs on port ${port} and is well`]);
    const text = (await response.text()).slice(0, 200);
    return wrong(
      what,
      [`在 ${port} 端口开着，但是不正常：${text}`, `runs on port ${port} but is not well: ${text}`],
      ['哪一样不正常，看下面。', 'Which condition it is, see below.'],
    );
  } catch {
    return unknown(
      what,
      [`没有开着（${port} 端口没有回答）`, `is not running (no answer on port ${port})`],
      [
        '启动：npm start，或者 systemctl start same-page',
        'Start it: npm start, or systemctl start same-page',
      ],
    );
  }
}

export async function checkAddress(to: AddressToCheck): Promise<readonly DoctorFinding[]> {
  const { address, hasProxy, ask = askNet } = to;
  const what = ['网址', 'address'] as const;
  if (address === null)
    return [
      unknown(
        what,
        ['没有设置，只能在这台机器上用', 'none set; only this machine can use it'],
        [
          '要给平板用，请写 PUBLIC_URL（或 hub.json 的 publicUrl）。',
          'For tablets set PUBLIC_URL (or publicUrl in hub.json).',
        ],
      ),
    ];
  const url = new URL(address);
  if (url.protocol !== 'https:')
    return [well(what, [`${address}，只在这台机器上`, `${address}, on this machine only`])];
  const certificate = await checkCertificate(url, to);
  if (certificate.state !== 'well') return [certificate];
  return [certificate, ...(await checkProxy(address, hasProxy, ask))];
}

/** Whether what stands in front hands everything on. */
export async function checkProxy(
  address: string,
  hasProxy: boolean,
  ask: NonNullable<AddressToCheck['ask']>,
): Promise<DoctorFinding[]> {
  const proxy = ['前面的代理', 'proxy in front'] as const;
  try {
    const page = await ask(`${address}/`);
    if (page.status === 426)
      return [
        wrong(
          proxy,
          ['没有说大家用的是 https', 'does not say that people use https'],
          [
            '请让它送 X-Forwarded-Proto（Caddy 自己会送）。',
            'Let it send X-Forwarded-Proto (Caddy does by itself).',
          ],
        ),
      ];
    if (!page.ok)
      return [wrong(proxy, [`首页回答 ${page.status}`, `the first page answers ${page.status}`], deploy)];
    return [
      hasProxy
        ? well(proxy, ['首页打得开', 'the first page opens'])
        : wrong(
            proxy,
            [
              '首页打得开，但是没有告诉同页前面有代理',
              'the first page opens, but the hub was not told of the proxy',
            ],
            [
              '请设 BEHIND_PROXY=1（或 hub.json 的 behindProxy），不然登录的次数限制会把所有人算成一个。',
              'Set BEHIND_PROXY=1 (behindProxy in hub.json); else sign-in limits count everybody as one.',
            ],
          ),
      headersOf(page),
      await checkRanges(address, ask),
    ];
  } catch (error) {
    return [wrong(proxy, [`打不开（${reasonOf(error)}）`, `cannot be opened (${reasonOf(error)})`], deploy)];
  }
}

const wantedHeaders: readonly (readonly [string, RegExp])[] = [
  ['content-security-policy', /default-src 'self'/u],
  ['x-content-type-options', /^nosniff$/u],
  ['referrer-policy', /^no-referrer$/u],
  ['cross-origin-opener-policy', /^same-origin$/u],
];

function headersOf(page: Response): DoctorFinding {
  const what = ['安全头', 'security headers'] as const;
  const missing = wantedHeaders.filter(([name, value]) => !value.test(page.headers.get(name) ?? ''));
  if (missing.length === 0) return well(what, ['都到了', 'all arrive']);
  const names = missing.map(([name]) => name).join(', ');
  return wrong(
    what,
    [`被代理改掉了：${names}`, `changed by the proxy: ${names}`],
    ['代理不要改同页送的头。', 'Let the proxy leave the headers of the hub alone.'],
  );
}

/** Films are fetched in parts; a proxy that answers with the whole breaks Safari. */
async function checkRanges(address: string, ask: NonNullable<AddressToCheck['ask']>): Promise<DoctorFinding> {
  const what = ['影片分段', 'parts of films'] as const;
  const response = await ask(`${address}/shelf/catalogue.jws`, {
    range: 'bytes=0-1',
    'accept-encoding': 'identity',
  });
  if (response.status === 206) return well(what, ['能用', 'work']);
  if (response.status === 404)
    return unknown(what, ['书架还是空的，看不了', 'the shelf is empty; nothing to try']);
  return wrong(
    what,
    [`要前两个字节，回答是 ${response.status}`, `asked for two bytes, it answers ${response.status}`],
    ['代理要让 Range 过去，不要压缩影片。', 'The proxy must pass Range on and compress no films.'],
  );
}
