/** The certificate at the address people open: for its name, of an authority browsers know, and renewed in time. */
import { connect } from 'node:tls';
import type { AddressToCheck } from './address-checks.ts';
import { deploy, reasonOf, well, wrong, type DoctorFinding } from './finding.ts';

const what = ['HTTPS 证书', 'HTTPS certificate'] as const;
const patienceMs = 8_000;
/** Caddy renews a month ahead; less means that it cannot. */
const renewedDays = 14;

const notRenewed = [
  'Caddy 没有换新的，请看它的日志：journalctl -u caddy',
  'Caddy did not renew it; see its log: journalctl -u caddy',
] as const;

export function checkCertificate(
  url: URL,
  { authority, leastDays = renewedDays }: Pick<AddressToCheck, 'authority' | 'leastDays'>,
): Promise<DoctorFinding> {
  const port = url.port === '' ? 443 : Number(url.port);
  return new Promise((resolve) => {
    const options = { host: url.hostname, port, servername: url.hostname, timeout: patienceMs };
    const socket = connect(authority === undefined ? options : { ...options, ca: authority }, () => {
      const { valid_to: until } = socket.getPeerCertificate();
      const days = Math.floor((Date.parse(until) - Date.now()) / 86_400_000);
      socket.destroy();
      resolve(
        days < leastDays
          ? wrong(what, [`还有 ${days} 天到期`, `expires in ${days} days`], notRenewed)
          : well(what, [`名字对，${days} 天以后到期`, `the name is right, ${days} days left`]),
      );
    });
    socket.once('error', (error: NodeJS.ErrnoException) =>
      resolve(refusalOf(url, error.code ?? reasonOf(error))),
    );
    socket.once('timeout', () => {
      socket.destroy();
      resolve(refusalOf(url, 'timeout'));
    });
  });
}

const strangers = /SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|CERT_UNTRUSTED/u;

function refusalOf({ host, hostname }: URL, reason: string): DoctorFinding {
  if (reason === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return wrong(
      what,
      [`${host} 拿出来的是别的名字的证书`, `${host} shows a certificate of another name`],
      [
        `请在 Caddyfile 的第一行写 ${hostname}，再运行 systemctl reload caddy。`,
        `Write ${hostname} in the first line of the Caddyfile, then systemctl reload caddy.`,
      ],
    );
  if (reason === 'CERT_HAS_EXPIRED')
    return wrong(what, [`${host} 的证书过期了`, `the certificate of ${host} has expired`], notRenewed);
  if (strangers.test(reason))
    return wrong(
      what,
      [`${host} 的证书是自己签的，平板不认`, `tablets do not know who signed the certificate of ${host}`],
      [
        `请用真的域名，让 Caddy 申请证书。${deploy[0]}`,
        `Use a real name and let Caddy ask for a certificate. ${deploy[1]}`,
      ],
    );
  const cure = [
    `请看域名有没有指到这台机器，80 和 443 端口有没有放行，Caddy 有没有开着。${deploy[0]}`,
    `Does the name lead to this machine, are ports 80 and 443 open, is Caddy running? ${deploy[1]}`,
  ] as const;
  return wrong(what, [`${host} 打不开（${reason}）`, `${host} cannot be opened (${reason})`], cure);
}
