/** A one-time link for the console: to be opened, and as a picture to be scanned. */
import { renderUnicodeCompact } from 'uqr';
import { shortInvitationMs } from './invitations.ts';

/** @param isFirst Nobody is enrolled yet: say what this is for. */
export function enrolLines(link: string, isFirst: boolean): readonly string[] {
  const minutes = shortInvitationMs / 60_000;
  const isHereOnly = new URL(link).hostname === 'localhost';
  return [
    isFirst
      ? '工作台还没有管理员。请打开下面的链接登记，只能用一次：Nobody looks after this hub yet. Enrol with this link, good once:'
      : '请打开下面的链接登记，只能用一次：Enrol with this link, good once:',
    link,
    ...renderUnicodeCompact(link, { border: 2 }).split('\n'),
    isHereOnly
      ? '要在这台机器上打开：localhost 就是它自己。Open it on this machine: localhost is no other.'
      : '也可以用手机或平板扫上面的码。Or scan the code with a phone or tablet.',
    `链接 ${minutes} 分钟内有效；过了时间请运行 npm run hub -- invite。Good for ${minutes} minutes; after that: npm run hub -- invite`,
  ];
}
