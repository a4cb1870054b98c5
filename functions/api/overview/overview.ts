import { type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import type { OverviewView } from '../../../shared/contract/service/overview.ts'
import { monthsBefore } from '../../../shared/domain/time/month.ts'
import { monthOf, shanghaiDay } from '../../../shared/domain/time/shanghai.ts'
import { isStaff, type Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'
import { openTasks, tasksOverview } from './openTasks.ts'

type Ports = Pick<
	ApiPorts,
	'registry' | 'tasks' | 'rankings' | 'appeals' | 'channels' | 'channelStates' | 'quarantine' | 'now'
>
type Desk = NonNullable<OverviewView['desk']>

const DAY = 86_400_000
/** Refused messages that one look takes in; a read of this many is a few units, and never more than 1 MB. */
const MESSAGES = 100

/**
 * What needs somebody today. It reads the open tasks (at most a thousand, from the index of what is due), and for staff the
 * heads of the months, two months' appeals, the state of each channel and the newest refused messages: units grow with
 * what is open, not with the courtyards or devices there are.
 */
export async function getOverview(ports: Ports, viewer: Viewer): Promise<Outcome> {
	const now = ports.now()
	const [known, open, desk] = await Promise.all([
		ports.registry.current(),
		openTasks(ports.tasks, viewer),
		isStaff(viewer) ? deskOf(ports, now) : undefined,
	])
	const view: OverviewView = { ...tasksOverview(known, viewer, open, now), ...(desk ? { desk } : {}) }
	return ok(view)
}

async function deskOf(ports: Ports, now: number): Promise<Desk> {
	const thisMonth = monthOf(shanghaiDay(now))
	const [months, appeals, channels, quarantine] = await Promise.all([
		ports.rankings.months(),
		Promise.all([thisMonth, monthsBefore(thisMonth, 1)].map((month) => ports.appeals.ofMonth(month))),
		failingChannels(ports),
		refusedLately(ports, now),
	])
	const published = months.filter(({ revisions }) => revisions.length > 0)
	return {
		drafts: months
			.filter(({ month, revisions }) => month < thisMonth && revisions.length === 0)
			.map(({ month }) => month),
		corrections: published
			.map(({ month, draft }) => ({ month, courtyards: draft.counts.corrections }))
			.filter(({ courtyards }) => courtyards > 0),
		appeals: appeals.flat().filter(({ state }) => state === 'open').length,
		channels,
		quarantine,
	}
}

async function failingChannels({ channels, channelStates }: Ports): Promise<Desk['channels']> {
	const running = (await channels.list()).filter(({ isPaused }) => !isPaused)
	const states = await Promise.all(running.map(({ id }) => channelStates.get(id)))
	return running.flatMap(({ id, name }, i) => {
		const since = states[i]?.failingSince
		return since === undefined ? [] : [{ id, name, failingSince: new Date(since).toISOString() }]
	})
}

async function refusedLately({ quarantine }: Ports, now: number): Promise<Desk['quarantine']> {
	const { entries, next } = await quarantine.list(MESSAGES, undefined, now)
	const open = entries.filter(({ replayed }) => replayed === undefined)
	const between = (from: number, to: number): number =>
		open.filter(({ receivedAt }) => receivedAt > from && receivedAt <= to).length
	return {
		lastDay: between(now - DAY, Number.POSITIVE_INFINITY),
		dayBefore: between(now - 2 * DAY, now - DAY),
		isAll: next === undefined,
	}
}
