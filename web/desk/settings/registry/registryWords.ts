import { words } from '../../../i18n/language.ts'

export const registryWords = words({
	devicesNote: {
		zh: (count: number) => `登记了 ${count} 台设备`,
		en: (count: number) => (count === 1 ? 'One device is registered' : `${count} devices are registered`),
	},
	search: { zh: '查找', en: 'Search' },
	noHit: { zh: '没有找到符合的内容', en: 'Nothing fits' },
	noHitNote: { zh: '换一个词，或取消筛选再看。', en: 'Try another word, or take the filters away.' },
	clear: { zh: '取消筛选', en: 'Take filters away' },
	noDevices: { zh: '还没有登记设备', en: 'No devices yet' },
	noDevicesNote: {
		zh: '登记以后，设备发来的数据才会被接受，并显示在这里。',
		en: 'Once a device is registered, what it sends is taken, and it stands here.',
	},
	device: { zh: '设备', en: 'Device' },
	id: { zh: '编号', en: 'Id' },
	kind: { zh: '类型', en: 'Kind' },
	courtyard: { zh: '院落', en: 'Courtyard' },
	village: { zh: '村', en: 'Village' },
	state: { zh: '状态', en: 'State' },
	toilet: { zh: '厕所', en: 'Toilet' },
	waste: { zh: '垃圾', en: 'Waste' },
	sewage: { zh: '污水', en: 'Sewage' },
	display: { zh: '大喇叭、显示屏', en: 'Loudspeaker, display' },
	gateway: { zh: '网关', en: 'Gateway' },
	everyKind: { zh: '所有类型', en: 'Every kind' },
})
