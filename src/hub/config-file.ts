/**
 * `hub.json` in the data folder: the same settings as the environment, under readable names, for whoever would rather keep a file. What
 * the environment says wins, so one start can differ. Every wrong value is refused with the sentence that mends it.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { HubError } from './hub-error.ts';

const port = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535));
const text = v.pipe(v.string(), v.nonEmpty());
const address = v.pipe(v.string(), v.url());

const BucketSchema = v.strictObject({
  bucket: text,
  prefix: v.optional(v.string()),
  endpoint: v.optional(address),
  region: v.optional(text),
  accessKey: v.optional(text),
  secretKeyFile: v.optional(text),
  pathStyle: v.optional(v.boolean()),
});
const HubFileSchema = v.strictObject({
  port: v.optional(port),
  host: v.optional(text),
  publicUrl: v.optional(address),
  behindProxy: v.optional(v.boolean()),
  shelfUrl: v.optional(address),
  store: v.optional(BucketSchema),
  log: v.optional(v.picklist(['json', 'off'])),
});
type HubFile = v.InferOutput<typeof HubFileSchema>;

/** What each place wants, in words; anything else there is a name we do not know. */
const wanted: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  port: ['1 到 65535 之间的整数', 'a whole number from 1 to 65535'],
  host: ['这台机器的一个地址，例如 "0.0.0.0"', 'an address of this machine, e.g. "0.0.0.0"'],
  publicUrl: [
    '大家打开的网址，例如 "https://tongye.example.org"',
    'the address people open, e.g. "https://tongye.example.org"',
  ],
  behindProxy: ['true 或 false', 'true or false'],
  shelfUrl: ['书架的公开网址，用 / 结尾', "the shelf's public address, ending in /"],
  store: ['存储桶的设置：{ "bucket": … }', 'the settings of a bucket: { "bucket": … }'],
  'store.bucket': ['存储桶的名字', 'the name of the bucket'],
  'store.prefix': ['桶里的文件夹名', 'a folder name in the bucket'],
  'store.endpoint': ['存储服务的网址', 'the address of the store'],
  'store.region': ['地区的名字，例如 "us-east-1"', 'the name of a region, e.g. "us-east-1"'],
  'store.accessKey': ['存储服务给的 access key', 'the access key the store gave you'],
  'store.secretKeyFile': ['放着 secret key 的文件', 'the file that holds the secret key'],
  'store.pathStyle': ['true 或 false', 'true or false'],
  log: ['"json" 或 "off"', '"json" or "off"'],
};

/** The environment, with what `hub.json` says where the environment says nothing. @throws HubError `config-file-wrong`. */
export function withConfigFile(environment: NodeJS.ProcessEnv, dataFolder: string): NodeJS.ProcessEnv {
  const file = path.join(dataFolder, 'hub.json');
  const found = readIfThere(file);
  if (found === null) return environment;
  const said = Object.entries(variablesOf(parse(found, file))).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(said), ...environment };
}

/** The address people use and whether a proxy of ours stands before it, as far as they are set. */
export function addressSettings(
  environment: NodeJS.ProcessEnv,
  dataFolder: string,
): { readonly address: string | null; readonly hasProxy: boolean } {
  const { PUBLIC_URL = '', BEHIND_PROXY } = withConfigFile(environment, dataFolder);
  return {
    address: URL.canParse(PUBLIC_URL) ? new URL(PUBLIC_URL).origin : null,
    hasProxy: BEHIND_PROXY === '1',
  };
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    const reason = error instanceof Error ? error.message : '';
    throw new HubError('config-file-wrong', {
      file,
      zh: `读不出来（${reason}）`,
      en: `cannot be read (${reason})`,
    });
  }
}

function parse(found: string, file: string): HubFile {
  let json: unknown;
  try {
    json = JSON.parse(found);
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new HubError('config-file-wrong', {
      file,
      zh: `不是 JSON：${reason}`,
      en: `is not JSON: ${reason}`,
    });
  }
  const parsed = v.safeParse(HubFileSchema, json);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const place = v.getDotPath(issue) ?? '';
  const [zh, en] = wanted[place] ?? ['', ''];
  if (zh === '') {
    const known = Object.keys(wanted).join(', ');
    throw new HubError('config-file-wrong', {
      file,
      zh: `里的「${place}」不认识。可以写的是：${known}`,
      en: `has "${place}", which is not known. There are: ${known}`,
    });
  }
  throw new HubError('config-file-wrong', {
    file,
    zh: `里的 ${place} 要写${zh}`,
    en: `needs ${en} as ${place}`,
  });
}

const yes = (value: boolean | undefined): string | undefined =>
  value === undefined ? undefined : value ? 'yes' : 'no';

function variablesOf({ store, ...file }: HubFile): Record<string, string | undefined> {
  return {
    PORT: file.port?.toString(),
    HOST: file.host,
    PUBLIC_URL: file.publicUrl,
    BEHIND_PROXY: file.behindProxy === undefined ? undefined : file.behindProxy ? '1' : '0',
    SAME_PAGE_SHELF_URL: file.shelfUrl,
    SAME_PAGE_LOG: file.log,
    ...(store !== undefined && {
      SAME_PAGE_STORE: 's3',
      SAME_PAGE_S3_BUCKET: store.bucket,
      SAME_PAGE_S3_PREFIX: store.prefix,
      SAME_PAGE_S3_ENDPOINT: store.endpoint,
      SAME_PAGE_S3_REGION: store.region,
      SAME_PAGE_S3_ACCESS_KEY: store.accessKey,
      SAME_PAGE_S3_SECRET_KEY_FILE: store.secretKeyFile,
      SAME_PAGE_S3_PATH_STYLE: yes(store.pathStyle),
    }),
  };
}
