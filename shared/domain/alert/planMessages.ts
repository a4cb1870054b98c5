import type { Channel } from '../../contract/alert/channel.ts'
import type { ChannelState, OutboxEntry } from '../../contract/alert/outbox.ts'
import type { Profile } from '../../contract/profile/profile.ts'
import { afterQuiet } from '../task/serviceLevel.ts'
import { addDays, dayStart, shanghaiDay } from '../time/shanghai.ts'
import { bySeverity } from './recipients.ts'

/** News that wait for one channel; the key is that of the outbox. */
export type Pending = Pick<OutboxEntry, 'task' | 'news' | 'recipient' | 'courtyard' | 'severity' | 'at'>
export type Why = 'quiet' | 'group-wait' | 'group-interval' | 'cap' | 'rate-limit' | 'backing-off' | 'paused'

export type PlannedMessage = {
	recipient: string
	/** Absent: the digest, of all courtyards. */
	courtyard?: string
	/** Worst first, then oldest. */
	entries: Pending[]
}
export type Plan = {
	messages: PlannedMessage[]
	/** What waits, why, and when it is looked at again. */
	held: { entry: Pending; because: Why; until: number }[]
}

export type PlanConfig = Pick<Profile, 'alerting' | 'serviceLevel'> & Pick<Channel, 'kind' | 'isPaused'>
type History = Pick<ChannelState, 'lately' | 'recipients' | 'notBefore'>

const MINUTE = 60_000

/** Messages a minute that a channel takes: a WeCom robot 20 (developer.work.weixin.qq.com/document/path/91770). */
const ratePerMinute: Readonly<Record<Channel['kind'], number>> = { wecom: 20, webhook: 120, sns: 60, mqtt: 120 }

/** Machines read these; they have no day that could be too full, and no night. */
const isForMachines = (kind: Channel['kind']): boolean => kind === 'webhook'

/**
 * What a channel sends now, and what waits. Every piece of news is either in one message or held with a reason; the order
 * in which they come does not matter.
 *
 * News of a courtyard go together in one message. The first waits `groupWaitSeconds` for others, and between two messages
 * lie `groupIntervalMinutes`; critical ones wait for nothing but the channel itself. Minor ones wait at night. Who has had
 * his messages of the day gets the rest in the digest of the next morning, critical ones at once.
 */
export function planMessages(pending: readonly Pending[], history: History, config: PlanConfig, now: number): Plan {
	const plan: Plan = { messages: [], held: [] }
	const hold = (because: Why, until: number) => (entry: Pending) => plan.held.push({ entry, because, until })
	const sorted = [...pending].sort(inOrder)
	const { notBefore = 0 } = history
	if (config.isPaused) sorted.forEach(hold('paused', now + MINUTE))
	else if (notBefore > now) sorted.forEach(hold('backing-off', notBefore))
	else {
		const byRecipient = [...Map.groupBy(sorted, ({ recipient }) => recipient)]
		const wanted = byRecipient.flatMap(([recipient, entries]) =>
			ofRecipient(recipient, entries, history, config, now, plan),
		)
		const recent = history.lately.filter((at) => at > now - MINUTE)
		const room = Math.max(0, ratePerMinute[config.kind] - recent.length)
		wanted.sort((a, b) => compareFirst(a, b))
		plan.messages = wanted.slice(0, room)
		for (const { entries } of wanted.slice(room)) entries.forEach(hold('rate-limit', Math.min(...recent, now) + MINUTE))
	}
	return plan
}

function ofRecipient(
	recipient: string,
	entries: readonly Pending[],
	{ recipients }: History,
	config: PlanConfig,
	now: number,
	plan: Plan,
): PlannedMessage[] {
	const { alerting, serviceLevel, kind } = config
	const hold = (entry: Pending, because: Why, until: number) => plan.held.push({ entry, because, until })
	const known = recipients[recipient]
	const today = shanghaiDay(now)
	const digest = digestTimes(alerting.digestAt, now)
	const morning = afterQuiet(serviceLevel.quiet, now)
	const awake = entries.filter((entry) => {
		const isHeld = !isForMachines(kind) && entry.severity === 'minor' && morning > now
		if (isHeld) hold(entry, 'quiet', morning)
		return !isHeld
	})
	// What became news before the last digest and was not told yet is what the digest is for.
	const late = isForMachines(kind) ? [] : awake.filter((e) => e.severity !== 'critical' && e.at < digest.last)
	const messages: PlannedMessage[] = []
	if (late.length > 0) messages.push({ recipient, entries: late })
	const left = isForMachines(kind) ? Number.POSITIVE_INFINITY : alerting.messagesADay
	let count = known?.day === today ? known.messages : 0
	const fresh = Map.groupBy(
		awake.filter((entry) => !late.includes(entry)),
		({ courtyard }) => courtyard,
	)
	const groups = [...fresh].sort(([, a], [, b]) => (a[0] && b[0] ? inOrder(a[0], b[0]) : 0))
	for (const [courtyard, group] of groups) {
		const critical = group.filter(({ severity }) => severity === 'critical')
		const rest = group.filter(({ severity }) => severity !== 'critical')
		const oldest = Math.min(...group.map(({ at }) => at))
		const waitsUntil = oldest + alerting.groupWaitSeconds * 1000
		const lastAt = known?.courtyards[courtyard] ?? Number.NEGATIVE_INFINITY
		const nextAt = lastAt + alerting.groupIntervalMinutes * MINUTE
		const isFull = count >= left
		if (critical.length > 0) {
			messages.push({ recipient, courtyard, entries: isFull ? critical : group })
			if (isFull) for (const entry of rest) hold(entry, 'cap', digest.next)
		} else if (waitsUntil > now) for (const entry of rest) hold(entry, 'group-wait', waitsUntil)
		else if (nextAt > now) for (const entry of rest) hold(entry, 'group-interval', nextAt)
		else if (isFull) for (const entry of rest) hold(entry, 'cap', digest.next)
		else messages.push({ recipient, courtyard, entries: group })
		if (critical.length > 0 || (waitsUntil <= now && nextAt <= now)) count += 1
	}
	return messages
}

/** The worst first, then the oldest; the rest only so that there is one order. */
const inOrder = (a: Pending, b: Pending): number =>
	bySeverity(a.severity, b.severity) || a.at - b.at || (`${a.task} ${a.news}` < `${b.task} ${b.news}` ? -1 : 1)

function compareFirst({ entries: [a] }: PlannedMessage, { entries: [b] }: PlannedMessage): number {
	return a && b ? inOrder(a, b) : 0
}

function digestTimes(digestAt: string, now: number): { last: number; next: number } {
	const [hours = 0, minutes = 0] = digestAt.split(':').map(Number)
	const at = (day: string) => dayStart(day) + (hours * 60 + minutes) * MINUTE
	const today = shanghaiDay(now)
	return at(today) <= now
		? { last: at(today), next: at(addDays(today, 1)) }
		: { last: at(addDays(today, -1)), next: at(today) }
}
