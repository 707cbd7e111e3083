/** `npm run hub -- invite` and `people`: for whoever has the machine, also while the hub runs. */
import { readClubs } from '../clubs.ts';
import type { HubCommand } from '../command.ts';
import type { HubConfig } from '../config.ts';
import { HubError } from '../hub-error.ts';
import { enrolLines } from './enrol-lines.ts';
import { consoleInvitation, isUnclaimed, linkOf, shortInvitationMs } from './invitations.ts';
import { openPeople, type People } from './people.ts';
import { sameName } from './people-store.ts';
import { clubsOf } from './sign-ins.ts';

async function open(config: HubConfig): Promise<People> {
  const origin = config.publicUrl ?? `http://localhost:${config.port}`;
  return openPeople(config, origin, await readClubs(config.data, config.starter));
}

/** A link for a new keeper, or for somebody who has lost their way in. @throws HubError `no-such-person`. */
export async function consoleLink(people: People, name: string | null): Promise<string> {
  const known = (await people.store.people.read()).people;
  const person = name === null ? null : known.find((each) => sameName(each.name, name));
  if (person === undefined)
    throw new HubError('no-such-person', {
      name: name ?? '',
      known: known.map((each) => each.name).join('、'),
    });
  const wanted =
    person === null
      ? consoleInvitation
      : { ...consoleInvitation, person: person.id, role: person.role, clubs: person.clubs };
  const { token } = await people.invitations.make(wanted, shortInvitationMs);
  return linkOf(people.origin, token);
}

export const inviteCommand: HubCommand = {
  verb: 'invite',
  help:
    '  npm run hub -- invite [<身份 name>]          给新管理员（或丢了钥匙的人）一个登记链接\n' +
    '                                               a one-time link for a new keeper, or for somebody locked out',
  async run(args, config, io) {
    const [name = null, ...rest] = args;
    if (rest.length > 0 || name?.startsWith('-')) return null;
    const people = await open(config);
    const isFirst = await isUnclaimed(people.store);
    for (const line of enrolLines(await consoleLink(people, name), isFirst)) io.out(line);
    return 0;
  },
};

export const peopleCommand: HubCommand = {
  verb: 'people',
  help: '  npm run hub -- people                        列出登记的人 list who is enrolled',
  async run(args, config, io) {
    if (args.length > 0) return null;
    const people = await open(config);
    const file = await people.store.people.read();
    const clubs = people.clubs.map(({ id }) => id);
    for (const person of file.people) {
      const means = person.passkeys.length + (person.passphrase === null ? 0 : 1);
      io.out(
        `${person.name}  ${roleNames[person.role]}  ${clubsOf(person, clubs).join(' ')}  登录方式 ways in: ${means}`,
      );
    }
    if (file.people.length === 0) io.out('还没有人登记。Nobody is enrolled yet.');
    return 0;
  },
};

const roleNames = { editor: '编辑 editor', publisher: '发布 publisher', keeper: '管理 keeper' } as const;
