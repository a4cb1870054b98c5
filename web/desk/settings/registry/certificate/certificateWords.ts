import { words } from '../../../../i18n/language.ts'

/** What is said about the certificates of a device. */
export const certificateWords = words({
	title: { zh: '设备证书', en: 'Its certificate' },
	what: {
		zh: '设备凭自己的证书连接。密钥在这个浏览器里生成，不经过网络，也不存在服务器上。',
		en: 'The device connects with a certificate of its own. The key is made in this browser: it never goes over the network, and no server keeps it.',
	},
	make: { zh: '生成证书', en: 'Make the certificate' },
	makeAnother: { zh: '再生成一份', en: 'Make another' },
	making: { zh: '正在生成…', en: 'Being made…' },
	another: {
		zh: '已有一份有效证书。要更换时再生成一份，设备用上新的以后吊销旧的。',
		en: 'There is an active certificate. Make another one to take its place, and revoke the old one when the device uses the new one.',
	},
	enough: {
		zh: '已有两份有效证书。请先吊销不用的那份，再生成。',
		en: 'There are two active certificates. Revoke the one that is not used before you make another.',
	},
	insecure: {
		zh: '这个网页不是用 https 打开的，浏览器不让它生成密钥。请用 https 打开，或用下面的命令。',
		en: 'This page did not come by https, so the browser makes no keys for it. Open it by https, or use the command below.',
	},
	ready: { zh: '证书已经生成，请现在保存', en: 'The certificate is made: save it now' },
	once: {
		zh: '文件只能保存一次。私钥只在这个文件里，别处都没有；离开本页就没有了。',
		en: 'The file can be saved once. The private key is in it and nowhere else, and it is gone when you leave this page.',
	},
	save: { zh: '保存文件', en: 'Save the file' },
	saved: { zh: '已经交给浏览器保存', en: 'Handed to the browser' },
	savedNote: {
		zh: (file: string) =>
			`请在“下载”里找到 ${file}，装到设备上以后删掉。里面的 README.txt 有试用的命令。找不到文件，就吊销这份证书，再生成一份。`,
		en: (file: string) =>
			`Find ${file} among your downloads, install it on the device, then delete it. README.txt in it has a command to try it with. If it is not there, revoke this certificate and make another.`,
	},
	failed: { zh: '没有生成', en: 'It was not made' },
	unknown: {
		zh: '网络断了，不知道证书是否已经生成。请看下面的列表：如果多了一份，它的密钥已经没有了，请吊销。',
		en: 'The connection broke, so nobody knows whether it was made. Look at the list below: if there is one more, its key is gone, so revoke it.',
	},
	list: { zh: '这台设备的证书', en: 'Certificates of this device' },
	none: { zh: '还没有证书。', en: 'There is none yet.' },
	active: { zh: '有效', en: 'Active' },
	inactive: { zh: '停用', en: 'Inactive' },
	revoked: { zh: '已吊销', en: 'Revoked' },
	since: { zh: (when: string) => `${when} 生成`, en: (when: string) => `made ${when}` },
	revoke: { zh: '吊销', en: 'Revoke' },
	revokeOf: { zh: (id: string) => `吊销证书 ${id}`, en: (id: string) => `Revoke the certificate ${id}` },
	sure: {
		zh: '吊销后不能恢复：用它的设备会断开，直到换上新证书。',
		en: 'This is for ever: a device that uses it is cut off until it has a new one.',
	},
	revokeNow: { zh: '确定吊销', en: 'Revoke it' },
	notRevoked: { zh: '没有吊销成功，请再试一次。', en: 'It was not revoked. Please try again.' },
	byCommand: { zh: '不用浏览器时', en: 'Without a browser' },
	byCommandNote: {
		zh: '由管理服务器的人运行下面的命令：密钥和证书会存到命令显示的文件夹里。在 AWS 上的做法见 docs/deploy.md。',
		en: 'Whoever runs the server runs this command; key and certificate are put into the folder that it names. For AWS see docs/deploy.md.',
	},
	byAdmin: {
		zh: '证书由管理员在这里生成，请告诉管理员。',
		en: 'Administrators make the certificate here: tell one of them.',
	},
})
