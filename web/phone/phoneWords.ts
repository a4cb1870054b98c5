import { words } from '../i18n/language.ts'

/** The three words of the bar, and what the head's pages say. */
export const phoneWords = words({
	navigation: { zh: '主导航', en: 'Main navigation' },
	home: { zh: '院落', en: 'Courtyard' },
	tasks: { zh: '任务', en: 'Tasks' },
	me: { zh: '我的', en: 'Me' },
	choose: { zh: '选择院落', en: 'Choose a courtyard' },
	forHeads: { zh: '这里是院落长用的', en: 'This is for courtyard heads' },
	forHeadsNote: { zh: '镇、村工作人员请到“镇工作台”。', en: 'As township or village staff, go to the desk.' },
	toDesk: { zh: '打开镇工作台', en: 'Open the desk' },
	noCourtyard: { zh: '还没有您的院落', en: 'No courtyard yet' },
	noCourtyardNote: {
		zh: '请镇工作人员把院落分给您。',
		en: 'Ask the township staff to give you a courtyard.',
	},
})

/** My courtyard at a glance. */
export const homeWords = words({
	now: { zh: '现在的得分', en: 'Score now' },
	month: { zh: (month: string) => `${month}到现在`, en: (month: string) => `${month} so far` },
	monthPoints: { zh: (points: string) => `${points} 分`, en: (points: string) => `${points} points` },
	rank: {
		zh: (month: string, rank: number) => `${month} 第 ${rank} 名`,
		en: (month: string, rank: number) => `${month}: place ${rank}`,
	},
	unranked: { zh: (month: string) => `${month}没有参加排名`, en: (month: string) => `Not ranked in ${month}` },
	noRank: { zh: '还没有公布过排名', en: 'No ranking has been published yet' },
	repair: { zh: '先修这一件，加分最多', en: 'Mend this first: it gains most' },
	repairNone: { zh: '本月没有要修的，继续保持。', en: 'Nothing to mend this month. Keep it up.' },
	lost: { zh: '本月分数扣在哪里', en: 'Where this month’s points went' },
	lostMore: { zh: (count: number) => `还有 ${count} 项`, en: (count: number) => `${count} more` },
	noMonth: {
		zh: '本月还没有算出分数，明天再来看。',
		en: 'There is no score for this month yet; look again tomorrow.',
	},
	todo: { zh: '要做的事', en: 'To do' },
	nothing: { zh: '现在没有要做的事', en: 'Nothing to do now' },
	allTasks: { zh: (count: number) => `全部 ${count} 件`, en: (count: number) => `All ${count}` },
	report: { zh: '我发现了问题', en: 'I saw a problem' },
})

/** The list of tasks. */
export const tasksWords = words({
	title: { zh: '任务', en: 'Tasks' },
	open: { zh: '要做的', en: 'To do' },
	closed: { zh: '办完的', en: 'Done' },
	which: { zh: '看哪些', en: 'Which' },
	none: { zh: '现在没有要做的事', en: 'Nothing to do now' },
	noneNote: {
		zh: '传感器发现问题、村民反映问题时，会在这里显示。',
		en: 'When a sensor or a neighbour finds something, it appears here.',
	},
	noneClosed: { zh: '还没有办完的事', en: 'Nothing done yet' },
	noneClosedNote: { zh: '修好并确认以后，会在这里显示。', en: 'What was mended and confirmed appears here.' },
	back: { zh: '全部任务', en: 'All tasks' },
})

/** A problem that the head saw. */
export const reportWords = words({
	title: { zh: '我发现了问题', en: 'I saw a problem' },
	note: { zh: '记下来，才好安排人处理。', en: 'Put it on record so that it is dealt with.' },
	what: { zh: '什么问题', en: 'What is wrong' },
	whatHint: { zh: '例如：路边垃圾没人收', en: 'For example: waste by the road is not collected' },
	whatMissing: { zh: '请写一下是什么问题。', en: 'Please say what is wrong.' },
	place: { zh: '在哪里（可以不写）', en: 'Where (you may leave it empty)' },
	kind: { zh: '哪一类', en: 'About' },
	otherKind: { zh: '其他', en: 'Something else' },
	urgency: { zh: '急不急', en: 'How urgent' },
	minor: { zh: '不急，几天内', en: 'Within some days' },
	major: { zh: '要尽快，一天内', en: 'Within a day' },
	critical: { zh: '很危险，马上', en: 'Dangerous: at once' },
	send: { zh: '提交', en: 'Send' },
	sending: { zh: '正在提交…', en: 'Sending …' },
})

/** How I did, my duties, and what happened lately. */
export const meWords = words({
	evaluation: { zh: (month: string) => `${month}评价`, en: (month: string) => `Evaluation, ${month}` },
	stars: { zh: (stars: number) => `${stars} 颗星，满分 3 颗`, en: (stars: number) => `${stars} of 3 stars` },
	noStars: { zh: '数据还不够，不评星级', en: 'Too little is known to give stars' },
	duties: { zh: (month: string) => `${month}履职清单`, en: (month: string) => `Duties, ${month}` },
	dutiesNote: { zh: '做完一项，点一下。', en: 'Tap each when it is done.' },
	dutyRefused: {
		zh: '没有改成：镇里已改过，或本月排名已公布。需要的话请问镇里。',
		en: 'This was not taken: the township corrected it, or the ranking is published. Ask the township if needed.',
	},
	dutyOffline: { zh: '没有信号，没有记下来，请再点一次。', en: 'No signal: it was not recorded. Please tap again.' },
	news: { zh: '最近的消息', en: 'Lately' },
	noNews: { zh: '最近没有消息', en: 'Nothing happened lately' },
})
