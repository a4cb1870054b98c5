import type { Profile } from '../../../../../shared/contract/profile/profile.ts'
import { severityWords } from '../../../../../shared/domain/alert/words.ts'
import type { Path } from '../profilePath.ts'
import { type FieldGroup, number, type ProfileField, percent, timeOfDay, units } from './profileField.ts'

const { points, share, hours, minutes, seconds, months, tasks, messages, heads } = units

const deductionNote = {
	zh: '满分按各项之和折算成 100 分；一项扣完为止。',
	en: 'All items together are 100; an item can lose no more than it has.',
}

/** What the inspection deducts: the points of each item, and what a defect costs. */
export const deductionFields = ({ inspection }: Pick<Profile, 'inspection'>): FieldGroup[] =>
	inspection.map(({ id, name, defects }, i) => ({
		id: `item-${id}`,
		title: name,
		// Once is enough.
		...(i === 0 ? { note: deductionNote } : {}),
		fields: [
			number(['inspection', i, 'points'], '这一项满分', 'Points of the item', points),
			...defects.map((defect, d) =>
				number(
					['inspection', i, 'defects', d, 'points'],
					`${defect.name.zh}，扣`,
					`Off for: ${defect.name.en}`,
					points,
				),
			),
		],
	}))

const inMinutes = (path: Path, zh: string, en: string): ProfileField => number(path, zh, en, minutes)
const inHours = (path: Path, zh: string, en: string): ProfileField => ({
	...number(path, zh, en, hours),
	times: 1 / 60,
})

/** How soon tasks are due, and how people are told. */
export const deadlineFields = (): FieldGroup[] => [
	...(['critical', 'major', 'minor'] as const).map((severity) => {
		const { zh, en } = severityWords(severity)
		const path = ['serviceLevel', severity]
		// What is urgent is counted in minutes, the rest in hours.
		const due = severity === 'critical' ? inMinutes : inHours
		return {
			id: `deadline-${severity}`,
			title: { zh: `${zh}任务的时限`, en: `Deadlines: ${en.toLowerCase()}` },
			fields: [
				due([...path, 'acknowledgeMinutes'], '多久之内接单', 'Taken up within'),
				due([...path, 'fixMinutes'], '多久之内处理好', 'Mended within'),
				due([...path, 'progressMinutes'], '接单后多久没有进展就重新派单', 'Nothing happened: given on after'),
			],
		}
	}),
	{
		id: 'quiet',
		title: { zh: '复核与夜间', en: 'Verification and night' },
		fields: [
			number(
				['serviceLevel', 'verificationMinutes'],
				'处理后多久仍告警就退回',
				'Comes back if still on after',
				minutes,
			),
			timeOfDay(['serviceLevel', 'quiet', 'from'], '夜间从', 'Night from'),
			timeOfDay(['serviceLevel', 'quiet', 'until'], '夜间到', 'Night until'),
			number(['triage', 'repeatHours'], '多久之内再发算重复', 'Again within this is a repeat', hours),
		],
	},
	{
		id: 'alerting',
		title: { zh: '提醒的多少', en: 'How much people are told' },
		fields: [
			number(['alerting', 'groupWaitSeconds'], '等多久一起发', 'Waits for others', seconds),
			number(['alerting', 'groupIntervalMinutes'], '同一院落两条之间至少隔', 'Between two of a courtyard', minutes),
			number(['alerting', 'repeatHours'], '没人接，多久后再提醒', 'Said again after', hours),
			number(['alerting', 'messagesADay'], '每人每天最多', 'A day, at most', messages),
			timeOfDay(['alerting', 'digestAt'], '每日汇总时间', 'Digest at'),
			number(['alerting', 'giveUpHours'], '多久发不出去就放弃', 'Given up after', hours),
			number(['links', 'hours'], '提醒里的链接有效', 'A link opens its task for', hours),
		],
	},
]

/** How courtyard heads are evaluated. */
export const headFields = (): FieldGroup[] => [
	{
		id: 'head-weights',
		title: { zh: '各项权重', en: 'Weights' },
		note: { zh: '只看比例。', en: 'Only their ratio matters.' },
		fields: [
			number(['headEvaluation', 'weights', 'acknowledged'], '及时接单', 'Taken up in time', share),
			number(['headEvaluation', 'weights', 'withinSla'], '按时处理', 'Mended in time', share),
			number(['headEvaluation', 'weights', 'notReopened'], '没有退回', 'Did not come back', share),
			number(['headEvaluation', 'weights', 'trend'], '得分走势', 'Trend of the score', share),
			number(['headEvaluation', 'weights', 'duties'], '职责完成', 'Duties', share),
		],
	},
	{
		id: 'stars',
		title: { zh: '星级', en: 'Stars' },
		fields: [
			number(['headEvaluation', 'twoStars'], '两星从', 'Two stars from', points),
			number(['headEvaluation', 'threeStars'], '三星从', 'Three stars from', points),
			percent(['headEvaluation', 'minimumWeight'], '有数据的权重至少', 'Weights with figures, at least'),
			number(['headEvaluation', 'minimumTasks'], '任务少于此数不评', 'Tasks, fewer say nothing', tasks),
			number(['headEvaluation', 'trendMonths'], '走势与之前几个月比', 'Trend: months before', months),
			number(['headEvaluation', 'trendSpan'], '下降多少走势得零分', 'Trend: a fall that makes it 0', points),
		],
	},
	{
		id: 'adjustment',
		title: { zh: '建议调整', en: 'Proposed adjustment' },
		note: { zh: '只是建议，由镇上决定，不会自动执行。', en: 'A proposal only: the township decides.' },
		fields: [
			percent(['headEvaluation', 'adjustShare'], '排在最后的', 'The lowest'),
			number(['headEvaluation', 'adjustMonths'], '连续', 'Running', months),
			number(['headEvaluation', 'minimumHeads'], '院落长少于此数不建议', 'Heads, fewer have no lowest', heads),
		],
	},
]
