import { words } from '../../i18n/language.ts'

export const newTaskWords = words({
	title: { zh: '新任务', en: 'New task' },
	kinds: { zh: '哪一种', en: 'Which kind' },
	seen: { zh: '检查发现的问题', en: 'A problem that was seen' },
	order: { zh: '替村民点单', en: 'A service for a resident' },
	courtyard: { zh: '院落', en: 'Courtyard' },
	choose: { zh: '请选择', en: 'Choose one' },
	what: { zh: '什么问题', en: 'What is wrong' },
	whatHint: { zh: '例如：村口垃圾桶满了，撒了一地。', en: 'For example: the bin by the gate is overfull.' },
	place: { zh: '具体位置（可不填）', en: 'Where exactly (optional)' },
	revolution: { zh: '属于', en: 'It is about' },
	unknown: { zh: '不好说', en: 'Hard to say' },
	severity: { zh: '紧急程度', en: 'Severity' },
	service: { zh: '哪项服务', en: 'Which service' },
	besides: { zh: '还要说明什么（可不填）', en: 'Anything else (optional)' },
	name: { zh: '村民姓名', en: 'Name of the resident' },
	phone: { zh: '电话', en: 'Telephone' },
	household: { zh: '哪一户（可不填）', en: 'Which house (optional)' },
	submit: { zh: '提交', en: 'Submit' },
})
