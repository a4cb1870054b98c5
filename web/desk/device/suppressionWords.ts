import { words } from '../../i18n/language.ts'

export const suppressionWords = words({
	repair: { zh: '停用维修', en: 'Out of service' },
	repairNote: {
		zh: '停用期间不告警，读数也不计分。',
		en: 'Meanwhile there are no alarms, and its readings do not count.',
	},
	inService: { zh: '设备正常使用中。', en: 'The device is in service.' },
	since: {
		zh: (when: string, by: string) => `${when} 起停用，登记人 ${by}`,
		en: (when: string, by: string) => `since ${when}, by ${by}`,
	},
	until: { zh: (when: string) => `到 ${when} 自动恢复`, en: (when: string) => `ends by itself ${when}` },
	untilBack: { zh: '直到有人恢复使用', en: 'until somebody brings it back' },
	takeOut: { zh: '停用这台设备', en: 'Take out of service' },
	bringBack: { zh: '恢复使用', en: 'Bring back into service' },
	shelves: { zh: '告警搁置', en: 'Shelved alarms' },
	shelvesNote: {
		zh: '搁置的告警仍会记录，但暂时不派任务、不通知。',
		en: 'A shelved alarm is still recorded, but makes no task and tells nobody for a time.',
	},
	noShelves: { zh: '现在没有搁置的告警。', en: 'No alarm is shelved.' },
	shelve: { zh: '搁置一个告警', en: 'Shelve an alarm' },
	endShelf: { zh: '取消搁置', en: 'End now' },
	shelfUntil: {
		zh: (when: string, by: string) => `到 ${when}，${by}`,
		en: (when: string, by: string) => `until ${when}, by ${by}`,
	},
	rule: { zh: '哪个告警', en: 'Which alarm' },
	allRules: { zh: '这台设备的全部告警', en: 'All alarms of this device' },
	howLong: { zh: '多长时间', en: 'For how long' },
	reason: { zh: '原因', en: 'Why' },
	reasonHint: { zh: '例如：正在清洗，明早完成', en: 'For example: being cleaned until tomorrow morning' },
	sure: { zh: '确定', en: 'Confirm' },
	m60: { zh: '1 小时', en: '1 hour' },
	m240: { zh: '4 小时', en: '4 hours' },
	m1440: { zh: '1 天', en: '1 day' },
	m4320: { zh: '3 天', en: '3 days' },
	m10080: { zh: '7 天', en: '7 days' },
	open: { zh: '直到恢复使用', en: 'Until it is brought back' },
	failed: { zh: '没有成功，请再试一次。', en: 'That did not work; try again.' },
})
