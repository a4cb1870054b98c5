import { words } from '../../../i18n/language.ts'

/** What the form of an entry and the page after it say. */
export const formWords = words({
	addDevice: { zh: '登记设备', en: 'Add a device' },
	addCourtyard: { zh: '登记院落', en: 'Add a courtyard' },
	change: { zh: (name: string) => `修改：${name}`, en: (name: string) => `Change ${name}` },
	settings: { zh: '设置', en: 'Settings' },
	devices: { zh: '设备', en: 'Devices' },
	courtyards: { zh: '院落', en: 'Courtyards' },
	choose: { zh: '请选择', en: 'Choose' },
	none: { zh: '不填', en: 'None' },
	save: { zh: '保存', en: 'Save' },
	saveAdd: { zh: '登记', en: 'Add' },
	missingField: { zh: '这里还没有填。', en: 'This is not filled in yet.' },
	expected: {
		zh: (got: string, what: string) => `“${got}”不行，应填：${what}。`,
		en: (got: string, what: string) => `“${got}” does not do: it should be ${what}.`,
	},
	taken: {
		zh: '这个编号已经登记过，请换一个，或到列表里修改它。',
		en: 'This id is registered already: choose another, or change that entry in the list.',
	},
	fixedId: {
		zh: '编号不能修改：设备、证书和历史数据都用它。',
		en: 'An id stays: devices, certificates and history go by it.',
	},
	notKeeper: { zh: '登记由管理员来做', en: 'Administrators keep the registry' },
	notKeeperNote: {
		zh: '您可以查看登记。需要增加或修改时，请告诉管理员。',
		en: 'You can look at it. Tell an administrator what to add or change.',
	},
	toList: { zh: '查看列表', en: 'To the list' },
	missing: { zh: '没有登记这个编号', en: 'There is no entry with this id' },
	missingNote: { zh: '它可能还没有登记，或编号写错了。', en: 'It may not be registered yet, or the id is misspelt.' },
	connect: { zh: (name: string) => `接入：${name}`, en: (name: string) => `Connect ${name}` },
	connectLink: { zh: '怎样接入这台设备', en: 'How this device connects' },
	registered: { zh: '已经登记', en: 'It is registered' },
	byGateway: {
		zh: (gateway: string) => `这台设备由网关 ${gateway} 代报，不需要自己的证书。网关发来它的数据时，系统就会接受。`,
		en: (gateway: string) =>
			`The gateway ${gateway} speaks for it: it needs no certificate of its own. What the gateway sends of it is taken.`,
	},
	bySerial: {
		zh: (serial: string) => `它也可以凭批次证书和序列号 ${serial} 自己领取，只能领一次（docs/certificates.md）。`,
		en: (serial: string) =>
			`It may also fetch one itself, once, by the claim certificate and its serial number ${serial} (docs/certificates.md).`,
	},
	copy: { zh: '复制命令', en: 'Copy the command' },
	copied: { zh: '已复制', en: 'Copied' },
	notCopied: { zh: '没有复制成功，请选中后手动复制', en: 'Not copied: select it and copy it by hand' },
	publishes: { zh: '它发送数据的主题', en: 'The topic that it publishes to' },
	listens: { zh: '它接收通知的主题', en: 'The topics that it listens to' },
	seeDevice: { zh: '看是否已收到数据', en: 'See whether data came' },
	addAnother: { zh: '再登记一台', en: 'Add another' },
})
