/** What can go wrong with the hub itself, each with the sentence that says what to do, in Chinese and in English. */
type Params = Readonly<Record<string, string | number>>;

const sentences = {
  busy: ({ file }: Params) =>
    `另一个程序正在更新书架，请等它结束再试一次。如果确定没有别的程序在运行，请删除 ${file}。\n` +
    `Another program is updating the shelf; try again when it has finished. If you are sure there is none, delete ${file}.`,
  'busy-elsewhere': ({ bucket, name }: Params) =>
    `另一台服务器正在更新 ${bucket} 里的书架，等了很久还没有结束。请过一会儿再试一次；如果确定没有别的服务器，请删除里面的 ${name}。\n` +
    `Another hub is updating the shelf in ${bucket} and has not finished; try again later. If you are sure there is none, delete ${name} in it.`,
  'lease-lost': ({ bucket }: Params) =>
    `这台服务器停了太久，另一台已经接手更新 ${bucket} 里的书架。什么都没有弄坏，请再试一次。\n` +
    `This hub stood still for so long that another has taken over the shelf in ${bucket}. Nothing is broken; try again.`,
  'shelf-contested': () =>
    '书架一直在被别的程序改动，这次没有写进去。书架没有坏，请过一会儿再试一次。\n' +
    'The shelf kept being changed by others, so this was not written. The shelf is whole; try again in a while.',
  'setting-missing': ({ name }: Params) =>
    `还缺一个设置：${name}。写法见 src/hub/README.md。\nThe setting ${name} is missing; see src/hub/README.md.`,
  'setting-wrong': ({ name, value }: Params) =>
    `设置 ${name} 写的是「${value}」，不能用。写法见 src/hub/README.md。\nThe setting ${name} is "${value}", which cannot be used; see src/hub/README.md.`,
  'store-unreachable': ({ store, reason }: Params) =>
    `对象存储 ${store} 没有回应（${reason}），书架没有改动。请检查网络和 SAME_PAGE_S3_ENDPOINT，等它恢复了再试一次。\n` +
    `The object store ${store} does not answer (${reason}); the shelf is unchanged. Check the network and SAME_PAGE_S3_ENDPOINT, and try again.`,
  'store-forbids': ({ store, bucket, reason }: Params) =>
    `对象存储 ${store} 不让我们用存储桶 ${bucket}（${reason}）。请检查钥匙，它要能列出、读、写和删除里面的对象。\n` +
    `The object store ${store} refuses us the bucket ${bucket} (${reason}). Check the keys: they must be allowed to list, read, write and delete objects in it.`,
  'store-no-bucket': ({ store, bucket }: Params) =>
    `对象存储 ${store} 里没有存储桶 ${bucket}，请先建好它。\nThe object store ${store} has no bucket ${bucket}; make it first.`,
  'store-unconditional': ({ store, bucket, condition }: Params) =>
    `对象存储 ${store}（存储桶 ${bucket}）不遵守写入条件 ${condition}：两个人同时发布时会丢掉一个人的月刊，所以不能用它。` +
    `请换一个支持条件写入的对象存储，或者用文件夹（SAME_PAGE_STORE=folder）。\n` +
    `The object store ${store} (bucket ${bucket}) does not honour the write condition ${condition}: of two releases at once it would lose one, so it is not used. ` +
    `Choose a store with conditional writes, or a folder (SAME_PAGE_STORE=folder).`,
  'store-deletes-late': ({ store, bucket }: Params) =>
    `对象存储 ${store}（存储桶 ${bucket}）不会拒绝过了时限才到的删除（应该答 403）：一台停过一阵的服务器会删掉别人刚发布的文件，所以不能用它。` +
    `请换一个遵守签名时限的对象存储，或者用文件夹（SAME_PAGE_STORE=folder）。
` +
    `The object store ${store} (bucket ${bucket}) does not refuse (403) a deletion that comes after the time in its signature: a hub that stood still would delete what another has just published, so it is not used. ` +
    `Choose a store that keeps to that time, or a folder (SAME_PAGE_STORE=folder).`,
  'port-in-use': ({ port, host }: Params) =>
    `端口 ${port} 已经被别的程序占用，请关掉它，或者换一个端口：PORT=${Number(port) + 1} npm start\n` +
    `Port ${port} on ${host} is in use; stop the other program or choose another port: PORT=${Number(port) + 1} npm start`,
  'bad-port': ({ port }: Params) =>
    `PORT 要写 1 到 65535 之间的数字，现在是「${port}」。\nPORT must be a number from 1 to 65535; it is "${port}".`,
  'bad-host': ({ host }: Params) =>
    `这台机器没有 ${host} 这个地址，请改正 HOST，或者不写 HOST。\n` +
    `This machine has no address ${host}; correct HOST, or leave it out.`,
  'bad-public-url': ({ url }: Params) =>
    `PUBLIC_URL 要写大家打开工作台的网址，像 https://tongye.example.org，后面不带路径；现在是“${url}”。\n` +
    `PUBLIC_URL must be the address people open, such as https://tongye.example.org, without a path; it is "${url}".`,
  'public-url-is-number': ({ url }: Params) =>
    `PUBLIC_URL 不能是 IP 地址（${url}）：通行密钥只认域名。请给这台机器一个域名和证书（README 里有做法），或者不写 PUBLIC_URL，在这台机器上用 http://localhost。\n` +
    `PUBLIC_URL cannot be an IP address (${url}): passkeys need a name. Give this machine a name and a certificate (see the README), or leave PUBLIC_URL out and use http://localhost on this machine.`,
  'config-file-wrong': ({ file, zh, en }: Params) =>
    `${file} ${zh}。改好再启动；不要这个文件，删掉它就用默认的设置。\n` +
    `${file} ${en}. Correct it and start again; without the file the defaults hold.`,
  'bad-log': ({ value }: Params) =>
    `SAME_PAGE_LOG 要写 json 或 off，现在是「${value}」。\nSAME_PAGE_LOG must be json or off; it is "${value}".`,
  'build-missing': ({ folder }: Params) =>
    `${folder} 里没有编译好的应用，请先运行：npm run build\nThere is no built app in ${folder}; run: npm run build`,
  'data-unwritable': ({ folder, reason }: Params) =>
    `数据文件夹 ${folder} 不能写入（${reason}），请改它的权限，或者用 SAME_PAGE_DATA 换一个文件夹。\n` +
    `The data folder ${folder} cannot be written (${reason}); change its permissions, or choose another with SAME_PAGE_DATA.`,
  'key-unreadable': ({ file }: Params) =>
    `签名密钥 ${file} 读不出来。请从备份恢复它；没有备份时，删除它会生成新的密钥，平板要重新确认书架。\n` +
    `The signing key ${file} cannot be read. Restore it from a backup; without one, deleting it makes a new key, and tablets must confirm the shelf again.`,
  'key-import-other': ({ own, offered }: Params) =>
    `这里的书架用的是另一把钥匙（${own}），不是文件里的这把（${offered}），没有换。请检查是不是拿错了文件；书架真的换过地方时，请用 restore 恢复备份。\n` +
    `This shelf has another key (${own}) than the file (${offered}), so nothing was changed. Check that it is the right file; to move a whole hub, restore a backup.`,
  'safe-unreadable': ({ file }: Params) =>
    `${file} 打不开：口令不对，或者文件坏了。请再输一次，注意大小写和横线都不用管。\n` +
    `${file} cannot be opened: the passphrase is wrong or the file is damaged. Try again; capitals and dashes do not matter.`,
  'passphrase-missing': () =>
    '需要口令。请在终端里运行这条命令，或者把口令放进 SAME_PAGE_PASSPHRASE。\n' +
    'A passphrase is needed: run this in a terminal, or put it into SAME_PAGE_PASSPHRASE.',
  'file-exists': ({ file }: Params) =>
    `${file} 已经有了，没有覆盖它。请换一个名字。\n${file} exists already and was not overwritten; choose another name.`,
  'file-unwritable': ({ file, reason }: Params) =>
    `${file} 不能写入（${reason}）。请检查文件夹和剩下的空间。\n${file} cannot be written (${reason}); check the folder and the space left.`,
  'file-unreadable': ({ file, reason }: Params) =>
    `${file} 读不出来（${reason}），请检查路径。\n${file} cannot be read (${reason}); check the path.`,
  'move-target-newer': ({ store, there, here }: Params) =>
    `${store} 里的书架更新（${there}），这边的旧（${here}），没有动它。请检查方向有没有写反。\n` +
    `The shelf in ${store} is newer (${there}) than the one to copy (${here}), so it was left alone. Check the direction.`,
  'backup-unsettled': () =>
    '备份的时候东西一直在变，没有备份成。请过一会儿再试一次。\nThings kept changing, so no backup was made; try again in a while.',
  'backup-damaged': ({ file, reason }: Params) =>
    `${file} 不是完整的备份，或者坏了（${reason}），什么也没有恢复。请换一份备份。\n` +
    `${file} is no whole backup, or is damaged (${reason}); nothing was restored. Use another backup.`,
  'restore-not-empty': ({ folder }: Params) =>
    `数据文件夹 ${folder} 里已经有东西，没有恢复，怕盖掉它。请把它改个名字，或者用 SAME_PAGE_DATA 换一个空的。\n` +
    `The data folder ${folder} is not empty, so nothing was restored over it. Rename it, or choose an empty one with SAME_PAGE_DATA.`,
  'catalogue-unreadable': ({ reason }: Params) =>
    `书架的目录 catalogue.jws 不是这个密钥签的，或者坏了（${reason}）。请从备份恢复数据文件夹。\n` +
    `The shelf's catalogue.jws was not signed with this key or is damaged (${reason}). Restore the data folder from a backup.`,
  'no-such-person': ({ name, known }: Params) =>
    `没有登记过“${name}”。登记过的有：${known}\nNobody called "${name}" is enrolled. There are: ${known}`,
  'people-unreadable': ({ file }: Params) =>
    `人员登记 ${file} 读不出来。请从备份恢复它；没有备份时，把它移走，再运行 npm run hub -- invite，大家要重新登记。\n` +
    `The people file ${file} cannot be read. Restore it from a backup; without one, move it away and run npm run hub -- invite: everybody enrols again.`,
  'clubs-unreadable': ({ file, reason }: Params) =>
    `${file} 不能用：${reason}\n${file} cannot be used: ${reason}`,
  'no-such-issue': ({ id, known }: Params) =>
    `书架上没有 ${id}。现有的是：${known}\nThe shelf has no ${id}. It has: ${known}`,
  'no-such-folder': ({ folder }: Params) =>
    `没有 ${folder} 这个文件夹或压缩包（.zip），请检查路径。\nThere is no folder or zip archive ${folder}; check the path.`,
  'zip-refused': ({ file, zh, en }: Params) => `${file}：${zh}\n${file}: ${en}`,
  'no-room': ({ folder }: Params) =>
    `${folder} 所在的盘满了，压缩包没有解开。书架没有改动。请腾出地方再试一次。\n` +
    `The disk of ${folder} is full, so the archive was not unpacked. The shelf is unchanged; make room and try again.`,
  'shelf-empty': () =>
    '书架上还没有月刊，没有可以打包的。请先发布一期。\nThe shelf has no issue yet, so there is nothing to pack; publish one first.',
  'blob-missing': ({ id, href }: Params) =>
    `${id} 的文件 ${href} 不在书架上：它可能刚被收回。请再试一次；还是这样，就从备份恢复数据文件夹。\n` +
    `${href} of ${id} is not on the shelf; it may just have been taken back. Try again; if it stays so, restore the data folder from a backup.`,
  'blob-damaged': ({ reason }: Params) =>
    `书架上有文件坏了（${reason}），没有打包。请从备份恢复数据文件夹，或者重新发布这一期。\n` +
    `A file on the shelf is damaged (${reason}), so nothing was packed. Restore the data folder from a backup, or publish the issue again.`,
  'disk-full': ({ file }: Params) =>
    `${file} 所在的盘满了，没有写完的已经清掉。请腾出地方，或者用 --issues 少打几期。\n` +
    `The disk of ${file} is full; what was unfinished is gone again. Make room, or choose fewer issues with --issues.`,
  'shelf-full': ({ folder }: Params) =>
    `${folder} 所在的盘满了，没有发布，书架没有改动。请腾出地方再试一次。\n` +
    `The disk of ${folder} is full, so nothing was released and the shelf is unchanged. Make room and try again.`,
  'pack-unwritable': ({ file, reason }: Params) =>
    `${file} 不能写入（${reason}）。请检查 U 盘有没有插好，文件夹对不对。\n` +
    `${file} cannot be written (${reason}). Check that the stick is plugged in and the folder is right.`,
  'pack-not-ours': ({ file, reason }: Params) =>
    `${file} 不是这个书架签的，或者坏了（${reason}）。平板不会收它；请重新打包。\n` +
    `${file} was not signed by this shelf, or is damaged (${reason}). No tablet would take it; pack it again.`,
  'release-unreadable': ({ file }: Params) =>
    `发布计划 ${file} 读不出来，这一期先不会发布。请从备份恢复它；没有备份时，删除它，再在工作台里重新排期。\n` +
    `The release plan ${file} cannot be read, so its month is not released. Restore it from a backup, or delete it and plan the month again in the studio.`,
  'attachment-missing': ({ file }: Params) =>
    `草稿里的文件“${file}”不在服务器上，没有发布。请在做它的那台机器上打开工作台，等它传完。\n` +
    `The draft's file "${file}" is not on the hub, so nothing was released. Open the studio on the machine it was made on and let it upload.`,
  'attachment-damaged': ({ file }: Params) =>
    `服务器上的文件“${file}”坏了，和传来的时候不一样，没有发布。请从备份恢复，或者在工作台里重新放上这个文件。\n` +
    `The file "${file}" on the hub is not what was uploaded any more, so nothing was released. Restore it from a backup, or bring it again in the studio.`,
  'pack-unusable': ({ file, zh, en }: Params) => `${file}：${zh}\n${file}: ${en}`,
} satisfies Record<string, (params: Params) => string>;

export type HubFault = keyof typeof sentences;

export class HubError extends Error {
  override readonly name = 'HubError';
  readonly fault: HubFault;
  constructor(fault: HubFault, params: Params) {
    super(sentences[fault](params));
    this.fault = fault;
  }
}
