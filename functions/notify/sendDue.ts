import type { Channel } from '../../shared/contract/alert/channel.ts'
import type { ChannelState, OutboxEntry } from '../../shared/contract/alert/outbox.ts'
import type { Task } from '../../shared/contract/task/task.ts'
import { afterFailure, afterGivingUp, afterSuccess, freshState } from '../../shared/domain/alert/channelState.ts'
import { messageOf } from '../../shared/domain/alert/newsWords.ts'
import { type PlannedMessage, planMessages } from '../../shared/domain/alert/planMessages.ts'
import { asReminder, isEnding } from '../../shared/domain/alert/tidings.ts'
import { inChargeOn } from '../../shared/domain/person/inCharge.ts'
import { shanghaiDay } from '../../shared/domain/time/shanghai.ts'
import type { Registry } from '../../shared/ports/registry.ts'
import { inParallel } from './inParallel.ts'
import { outdated } from './outdated.ts'
import type { NotifyPorts } from './ports.ts'
import { type Told, toldOf } from './told.ts'

export type ChannelReport = { sent: number; held: number; told: Told[]; failed?: string }

/** Entries looked at in one run. */
const MOST = 1000
const AT_ONCE = 16
/** Whoever works on a channel has it for so long, and begins no message in the last part of it. */
const CLAIM_MS = 55_000
const WORK_MS = 35_000

export type Due = { entry: OutboxEntry; task: Task }

/**
 * Sends what is due on one channel. The channel is claimed first, so two runs at once do not send the same; a run that is
 * killed leaves its claim to lapse, and what it had sent without noting goes out again under the same `dedupeKey`. The
 * first failure ends the run for this channel: it is left alone for a while, and the others go on.
 */
export async function sendDue(registry: Registry, channel: Channel, ports: NotifyPorts): Promise<ChannelReport> {
	const known = await ports.states.get(channel.id)
	const begun = ports.clock()
	const isBusy = known !== undefined && Math.max(known.claimedUntil, known.notBefore ?? 0) > begun
	if (isBusy || (await ports.outbox.due(channel.id, begun, 1)).length === 0) return { sent: 0, held: 0, told: [] }
	const lane = await claimed(channel, known, ports, begun)
	if (!lane) return { sent: 0, held: 0, told: [] }
	const { found, expired } = await stillDue(registry, channel, ports, begun)
	lane.state = afterGivingUp(lane.state, expired, begun)
	const { profile } = registry
	const config = { ...profile, kind: channel.kind, isPaused: channel.isPaused }
	const plan = planMessages(
		found.map(({ entry }) => entry),
		lane.state,
		config,
		begun,
	)
	const byKey = new Map(found.map((due) => [keyOf(due.entry), due]))
	const report: ChannelReport = { sent: 0, held: plan.held.length, told: [] }
	let left = found.length
	for (const message of plan.messages) {
		if (ports.clock() > begun + WORK_MS) break
		const dues = message.entries.flatMap((entry) => byKey.get(keyOf(entry)) ?? [])
		const error = await sendOne(registry, channel, message, dues, lane, ports)
		if (error === 'claim lost') return report
		if (error !== undefined) {
			report.failed = error
			break
		}
		report.sent += 1
		report.told.push(toldOf(channel.id, dues, ports.clock()))
		left -= dues.length
	}
	await lane.save({ ...lane.state, waiting: left, claimedUntil: 0 })
	return report
}

/** The channel's state as this run has it: every write must find what the last one left. */
class Lane {
	state: ChannelState
	readonly #states: NotifyPorts['states']

	constructor(state: ChannelState, states: NotifyPorts['states']) {
		this.state = state
		this.#states = states
	}

	/** @returns false where somebody else has taken the channel over */
	async save(state: ChannelState): Promise<boolean> {
		const next = { ...state, version: this.state.version + 1 }
		if ((await this.#states.put(next, this.state.version)) === 'conflict') return false
		this.state = next
		return true
	}
}

async function claimed(
	channel: Channel,
	known: ChannelState | undefined,
	{ states }: NotifyPorts,
	now: number,
): Promise<Lane | undefined> {
	const next = { ...(known ?? freshState(channel.id)), claimedUntil: now + CLAIM_MS }
	const state = { ...next, version: next.version + 1 }
	return (await states.put(state, known?.version)) === 'stored' ? new Lane(state, states) : undefined
}

/** What is due and still true, each with its task as it is now. The rest is dropped, with the reason. */
async function stillDue(
	{ profile }: Registry,
	channel: Channel,
	ports: NotifyPorts,
	now: number,
): Promise<{ found: Due[]; expired: number }> {
	const entries = await ports.outbox.due(channel.id, now, MOST)
	const giveUpMs = profile.alerting.giveUpHours * 3_600_000
	const found: Due[] = []
	let expired = 0
	await inParallel(entries, AT_ONCE, async (entry) => {
		const task = await ports.tasks.get(entry.task, 'maybeOld')
		const others = isEnding(entry.news) ? await ports.outbox.ofTask(entry.task) : []
		const because = outdated(entry, task, others, now, giveUpMs)
		if (because === undefined && task) found.push({ entry, task })
		else {
			const { nextAt: _, ...rest } = entry
			const noted = await ports.outbox.note({ ...rest, droppedBecause: because ?? 'gone' })
			if (because === 'expired' && noted === 'stored') expired += 1
		}
	})
	return { found, expired }
}

/** @returns the error in words, or undefined when it went out and that is noted */
async function sendOne(
	registry: Registry,
	channel: Channel,
	planned: PlannedMessage,
	dues: readonly Due[],
	lane: Lane,
	ports: NotifyPorts,
): Promise<string | undefined> {
	const told = await Promise.all(
		dues.map(async ({ entry, task }) => {
			const link = await linkOf(registry, task, planned.recipient, ports)
			return { task, news: entry.news, ...(link === undefined ? {} : { link }) }
		}),
	)
	const courtyard = planned.courtyard === undefined ? undefined : registry.courtyards.get(planned.courtyard)
	const person = courtyard && inChargeOn(courtyard, shanghaiDay(ports.clock()))
	const message = messageOf(registry, told, planned.courtyard, person?.name ?? courtyard?.head)
	// Before the message: whoever lost the channel to another run stops here.
	if (!(await lane.save({ ...lane.state, claimedUntil: ports.clock() + CLAIM_MS }))) return 'claim lost'
	const id = `${planned.recipient} ${message.news
		.map(({ dedupeKey }) => dedupeKey)
		.sort()
		.join(' ')}`
	const result = await ports.sender.send(channel, message, id, ports.clock())
	const now = ports.clock()
	if (result.is === 'failed') {
		await inParallel(dues, AT_ONCE, async ({ entry }) => {
			await ports.outbox.note({ ...entry, attempts: entry.attempts + 1, lastError: result.error.slice(0, 300) })
		})
		await lane.save(afterFailure(lane.state, result.error, now))
		return result.error
	}
	const { groupIntervalMinutes, repeatHours } = registry.profile.alerting
	await inParallel(dues, AT_ONCE, async ({ entry }) => {
		if (!isEnding(entry.news)) await ports.outbox.add(reminderFor(entry, now + repeatHours * 3_600_000))
		const { nextAt: _a, lastError: _b, ...rest } = entry
		await ports.outbox.note({ ...rest, attempts: entry.attempts + 1, sentAt: now })
	})
	await lane.save(afterSuccess(lane.state, planned, now, groupIntervalMinutes * 60_000))
	return undefined
}

/** Without a link where none can be made: the news matter more. */
async function linkOf(
	{ profile }: Registry,
	task: Task,
	recipient: string,
	{ links }: NotifyPorts,
): Promise<string | undefined> {
	const person = recipient.startsWith('person:') ? recipient.slice('person:'.length) : undefined
	try {
		return await links?.taskLink(task, profile.links.hours, person)
	} catch {
		return undefined
	}
}

/** Said again if nobody takes it up. */
function reminderFor({ task, news, recipient, channel, courtyard, severity }: OutboxEntry, at: number): OutboxEntry {
	return { task, news: asReminder(news), recipient, channel, courtyard, severity, at, nextAt: at, attempts: 0 }
}

const keyOf = ({ task, recipient, news }: Pick<OutboxEntry, 'task' | 'recipient' | 'news'>): string =>
	`${task} ${recipient} ${news}`
