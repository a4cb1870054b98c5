import { words } from '../../i18n/language.ts'

export const appealsWords = words({
	none: { zh: '没有申诉', en: 'No appeals' },
	noneNote: {
		zh: '评比发布之前，院落长可以对读数或检查扣分提出申诉，会列在这里。',
		en: 'Until the ranking is published heads may contest readings or a deduction; it is listed here.',
	},
	states: { zh: '按状态筛选', en: 'By state' },
	all: { zh: '全部', en: 'All' },
	open: { zh: '待处理', en: 'Open' },
	accepted: { zh: '成立', en: 'Accepted' },
	rejected: { zh: '不成立', en: 'Rejected' },
	withdrawn: { zh: '已撤回', en: 'Withdrawn' },
	event: {
		zh: (name: string, did: string) => `${name} ${did}`,
		en: (name: string, did: string) => `${name} ${did}`,
	},
	didOpen: { zh: '提出申诉', en: 'contested it' },
	didAccepted: { zh: '认定成立', en: 'accepted it' },
	didRejected: { zh: '认定不成立', en: 'rejected it' },
	didWithdrawn: { zh: '撤回申诉', en: 'withdrew it' },
	decide: { zh: '处理', en: 'Decide' },
	verdict: { zh: '结论', en: 'Verdict' },
	acceptedMeans: {
		zh: '成立：读数按缺测处理并重新计分，或划掉这项扣分',
		en: 'Accepted: the readings no longer count and the days are scored again, or the deduction is struck',
	},
	rejectedMeans: { zh: '不成立：一切照旧', en: 'Rejected: all stays as it is' },
	why: { zh: '理由（院落长会看到）', en: 'Reason (the head will read it)' },
	save: { zh: '确认', en: 'Confirm' },
})
