import type { AlertMessage, News } from '../../contract/alert/message.ts'
import type { Task } from '../../contract/task/task.ts'
import { checklistOf } from '../task/checklists.ts'
import { beganAt } from '../task/taskState.ts'
import { rungOf } from '../task/triage.ts'
import { type AlertRegistry, alertOf, placeOf, whatOf } from './alert.ts'
import { sentence } from './spoken.ts'
import { isEnding, reminderOf, withoutReminder } from './tidings.ts'
import { severityWords } from './words.ts'

type Words = { zh: string; en: string }

/** A task and the news of it that goes into a message. */
export type Told = { task: Task; news: string; link?: string }

/** One piece of news in words: what happened to it before what it is. */
export function newsItem(registry: AlertRegistry, { task, news, link }: Told): News {
	const said = alertOf(registry, task).text
	const before = happened(registry, task, news)
	const isOver = isEnding(news)
	return {
		dedupeKey: `${task.id}:${news}`,
		news,
		task: task.id,
		courtyard: task.courtyard,
		severity: task.severity,
		state: task.state,
		since: new Date(beganAt(task)).toISOString(),
		text: { zh: before.zh + said.zh, en: before.en + said.en },
		first: isOver ? [] : checklistOf(task).map(({ text }) => text),
		...(link === undefined || isOver ? {} : { link }),
	}
}

/** Why it is told now, if not because it is new. */
function happened({ profile }: AlertRegistry, task: Task, news: string): Words {
	const reminder = reminderOf(news)
	if (reminder > 0) return { zh: `〔第${reminder}次提醒〕`, en: `Reminder ${reminder}: ` }
	const rung = rungOf(profile, task.escalation.rung)?.name ?? { zh: task.escalation.rung, en: task.escalation.rung }
	switch (withoutReminder(news).replace(/-\d+$/, '')) {
		case 'escalated':
			return escalated(task, rung)
		case 'timed-out':
			return { zh: '〔接单后无进展，重新派单〕', en: 'Taken up, but nothing happened since: ' }
		case 'reopened':
			return { zh: '〔处理后问题仍在，已退回〕', en: 'Came back, it is not mended: ' }
		case 'handed-over':
		case 'retriaged':
			return { zh: `〔已转${rung.zh}〕`, en: `Passed on to the ${rung.en}: ` }
		case 'cleared':
			return { zh: '〔已恢复〕', en: 'Back to normal: ' }
		case 'dismissed':
			return { zh: '〔已驳回，无需处理〕', en: 'Dismissed, nothing to be done: ' }
		default:
			return { zh: '', en: '' }
	}
}

/** What comes back, or lies where somebody had taken it up, climbs with it: it is told why, not only that it did. */
function escalated(task: Task, rung: Words): Words {
	switch (task.events.findLast(({ type }) => type === 'escalated')?.data?.because) {
		case 'not-fixed':
			return {
				zh: `〔处理后问题仍在，已退回并上报${rung.zh}〕`,
				en: `Came back, it is not mended; now with the ${rung.en}: `,
			}
		case 'no-progress':
			return {
				zh: `〔接单后无进展，已上报${rung.zh}〕`,
				en: `Taken up, but nothing happened since; now with the ${rung.en}: `,
			}
		default:
			return { zh: `〔未按时处理，已上报${rung.zh}〕`, en: `Not dealt with in time, now with the ${rung.en}: ` }
	}
}

/** What is read out of a message is short: who listens cannot look it up again. */
const MOST_SPOKEN = 3
const MOST_LISTED = 8
/** Of a single piece of news, so much of its check list. */
const MOST_STEPS = 4

/**
 * A message about one or many tasks.
 * @param told the worst first
 * @param inCharge who answers for the courtyard now, by name
 */
export function messageOf(
	registry: AlertRegistry,
	told: readonly Told[],
	courtyard: string | undefined,
	inCharge: string | undefined,
): AlertMessage {
	const news = told.map((one) => newsItem(registry, one))
	return {
		...(courtyard === undefined ? {} : { courtyard }),
		text: { zh: phone(news, 'zh', courtyard, inCharge), en: phone(news, 'en', courtyard, inCharge) },
		spoken: spoken(registry, told),
		news,
	}
}

function phone(news: readonly News[], language: 'zh' | 'en', courtyard?: string, inCharge?: string): string {
	const isOne = news.length === 1
	const lines = news.slice(0, MOST_LISTED).flatMap(({ text, first, link }, i) => {
		const steps = (isOne ? first.slice(0, MOST_STEPS) : first.slice(0, 1)).map((step) => step[language])
		return [
			isOne ? text[language] : `${i + 1}. ${text[language]}`,
			...(steps.length === 0 ? [] : [firstSteps(steps, language)]),
			...(link === undefined ? [] : [link]),
		]
	})
	const more = news.length - MOST_LISTED
	const count = { zh: `共 ${news.length} 件`, en: `${news.length} tasks` }[language]
	const heading = {
		zh: courtyard === undefined ? '今日汇总' : '问题汇总',
		en: courtyard === undefined ? 'Digest' : 'Tasks',
	}
	return [
		...(isOne ? [] : [`${heading[language]}${language === 'zh' ? '：' : ': '}${count}`]),
		...lines,
		...(more > 0
			? [{ zh: `另有 ${more} 件，请在任务列表查看。`, en: `And ${more} more: see the list of tasks.` }[language]]
			: []),
		...(inCharge === undefined ? [] : [{ zh: `负责人：${inCharge}`, en: `In charge: ${inCharge}` }[language]]),
	].join('\n')
}

const firstSteps = (steps: readonly string[], language: 'zh' | 'en'): string =>
	language === 'zh' ? `先做：${steps.join('；')}。` : `Do first: ${steps.join('; ')}.`

function spoken(registry: AlertRegistry, told: readonly Told[]): Words {
	const said = told.slice(0, MOST_SPOKEN).map((one) => spokenOf(registry, one))
	const more = told.length - said.length
	return {
		zh: said.map(({ zh }) => zh).join('') + (more > 0 ? `另外还有${more}件。` : ''),
		en: said.map(({ en }) => en).join(' ') + (more > 0 ? ` And ${more} more.` : ''),
	}
}

function spokenOf(registry: AlertRegistry, { task, news }: Told): Words {
	const what = whatOf(task)
	const isOver = isEnding(news)
	const ended = isOver ? { zh: `${what.zh}，已经处理好`, en: `${what.en}, that is settled` } : what
	return sentence(task.severity, placeOf(registry, task), ended, isOver ? undefined : checklistOf(task)[0]?.text)
}

/** A heading for a message, as long as an e-mail's subject may be. */
export function subjectOf({ news, isTest }: AlertMessage, language: 'zh' | 'en'): string {
	if (isTest) return language === 'zh' ? '绿色院落 测试消息' : 'Green Courtyard: only a test'
	const worst = news[0] ? severityWords(news[0].severity)[language] : ''
	return language === 'zh' ? `绿色院落 ${worst} ${news.length} 件` : `Green Courtyard: ${worst}, ${news.length} task(s)`
}
