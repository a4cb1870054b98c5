import { type Language, words } from '../i18n/language.ts'

/** What fields of the API are called, for refusals of a field that the form has under no name of its own. */
const fieldNames = words({
	account: { zh: '账号', en: 'Account' },
	assignee: { zh: '负责人', en: 'Who does it' },
	channels: { zh: '通知渠道', en: 'Channels' },
	courtyard: { zh: '院落', en: 'Courtyard' },
	day: { zh: '日期', en: 'Day' },
	deduction: { zh: '扣分', en: 'Deduction' },
	deductions: { zh: '扣分', en: 'Deductions' },
	defect: { zh: '缺陷', en: 'Defect' },
	device: { zh: '设备', en: 'Device' },
	done: { zh: '职责', en: 'Duties' },
	from: { zh: '开始', en: 'From' },
	household: { zh: '门牌', en: 'House' },
	interval: { zh: '上报间隔', en: 'Interval' },
	item: { zh: '项目', en: 'Item' },
	languages: { zh: '语言', en: 'Languages' },
	month: { zh: '月份', en: 'Month' },
	name: { zh: '名称', en: 'Name' },
	note: { zh: '说明', en: 'Note' },
	phone: { zh: '电话', en: 'Telephone' },
	photo: { zh: '照片', en: 'Photo' },
	points: { zh: '分值', en: 'Points' },
	place: { zh: '位置', en: 'Place' },
	reason: { zh: '原因', en: 'Reason' },
	rule: { zh: '规则', en: 'Rule' },
	rungs: { zh: '负责的级别', en: 'Who answers' },
	service: { zh: '服务', en: 'Service' },
	severity: { zh: '轻重', en: 'How urgent it is' },
	text: { zh: '内容', en: 'Text' },
	to: { zh: '结束', en: 'To' },
	until: { zh: '结束', en: 'Until' },
	what: { zh: '情况', en: 'What it is' },
})

/** A field in plain words: `deductions.2.points` is “分值”; one without a name as it is written. */
export const fieldName = (path: string, language: Language): string => {
	const last = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? path
	return Object.entries(fieldNames).find(([name]) => name === last)?.[1][language] ?? path
}
