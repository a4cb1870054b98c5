import type { Device } from '../../shared/contract/registry/registry.ts'
import { revolutions } from '../../shared/contract/telemetry/measurand.ts'
import { outageGroups, type Silent } from '../../shared/domain/alarm/outage.ts'
import { isOutOfService } from '../../shared/domain/alarm/outOfService.ts'
import { alertIsDue } from '../../shared/domain/task/alertOutbox.ts'
import type { Backlog } from '../../shared/ports/backlog.ts'
import type { Outages } from '../../shared/ports/outages.ts'
import type { Registry, RegistryReader } from '../../shared/ports/registry.ts'
import type { DueTasks, TaskList } from '../../shared/ports/taskStore.ts'
import type { Contacts } from '../../shared/ports/wall.ts'
import { inParallel } from '../../shared/work/inParallel.ts'
import { sendAlert } from '../../shared/work/sendAlert.ts'
import type { AlarmPorts } from '../../shared/work/settleAlarms.ts'
import { isNoteworthy, noteOf, type TaskNote } from '../../shared/work/taskNote.ts'
import { confirmStuck } from './confirmStuck.ts'
import { settleUnshelved, unshelved } from './endedShelves.ts'
import { lookAt, type SweepMemory } from './findSilent.ts'
import { settleDue } from './settleDue.ts'
import { settleOutages } from './settleOutages.ts'
import { settleSilence } from './settleSilence.ts'

export type SweepPorts = AlarmPorts & {
	registry: RegistryReader
	due: DueTasks
	list: Pick<TaskList, 'ofCourtyard'>
	backlog: Backlog
	outages: Outages
	contacts: Pick<Contacts, 'forget'>
}
export type SweepReport = {
	/** Messages of devices that waited in the queue. */
	waiting: number
	/** Devices that should be heard; absent where none was called silent, because too many messages waited. */
	watched?: number
	checked: number
	silent: number
	/** Silent devices that an outage explains. */
	inhibited: number
	/** Tasks that the clock moved: passed up, timed out, brought back. */
	stepped: number
	/** What was lost between the task and the alert, or became news by a step, and went out. */
	alertsSent: number
	/** Tasks that changed or were told of. */
	tasks: TaskNote[]
	failed: { what: string; error: unknown }[]
}

/** More messages than this in the queue are a backlog, not the traffic of the moment. */
const MOST_WAITING = 1000
/** In a stream there is always something; older than this it is a backlog. The age is measured by the minute. */
const LONGEST_WAIT_S = 60
/**
 * Devices that one run looks at, so that it ends within its time: after a start all of them are due at once. The rest is
 * looked at a minute later. A call takes up to 2.5 ms of a function of 512 MB (docs/scale.md).
 */
const MOST_LOOKS = 10_000
const LOOKS_AT_ONCE = 16
/** Ingest sends alerts itself; one that is still unsent after this was lost between the task and the alert. */
const UNSENT_AFTER_MS = 60_000
/** Contacts forgotten in one run; the rest goes with the next ones, and is not shown meanwhile. */
const MOST_FORGOTTEN = 100

/**
 * What only the clock can tell, once a minute: silent and stuck devices, outages, shelves that have ended, and
 * what is due of tasks, and
 * alerts that a crash kept from going out. Safe to run twice at once and to be killed anywhere.
 *
 * No device is called silent while readings still wait in the queue or the stream, nor before it had the chance to be heard since we
 * started: then it is we who were silent.
 */
export async function sweep(ports: SweepPorts, memory: SweepMemory, now: number): Promise<SweepReport> {
	const registry = await ports.registry.recent()
	const { messages: waiting, seconds = 0 } = await ports.backlog.waiting()
	const nothing = { checked: 0, silent: 0, inhibited: 0, stepped: 0, alertsSent: 0 }
	const report: SweepReport = { waiting, ...nothing, tasks: [], failed: [] }
	const attempt = async (what: string, run: () => Promise<void>): Promise<void> => {
		try {
			await run()
		} catch (error) {
			report.failed.push({ what, error })
		}
	}
	if (waiting <= MOST_WAITING && seconds <= LONGEST_WAIT_S)
		await sweepDevices(registry, ports, memory, now, report, attempt)
	for (const device of unshelved(registry, now)) {
		await attempt(device.id, async () => {
			report.tasks.push(...(await settleUnshelved(registry, device, ports, now)))
		})
	}
	for (const task of await ports.due.due(now)) {
		await attempt(task.id, async () => {
			const moved = await settleDue(registry, task, ports, now)
			if (moved) report.stepped += 1
			const current = moved ?? task
			const isLost = (current.alert.dueAt ?? now) <= now - UNSENT_AFTER_MS
			const isNews = moved !== undefined && moved.alert.dueAt === now
			const isDue = alertIsDue(current) && (isLost || isNews)
			const isTold = isDue && (await sendAlert(registry, current, ports, now))
			if (isTold) report.alertsSent += 1
			if (isTold || (moved && isNoteworthy(task, moved))) report.tasks.push(noteOf(current, isTold))
		})
	}
	await attempt('contacts', async () => {
		await ports.contacts.forget(now, MOST_FORGOTTEN)
	})
	return report
}

type Attempt = (what: string, run: () => Promise<void>) => Promise<void>

async function sweepDevices(
	registry: Registry,
	ports: SweepPorts,
	memory: SweepMemory,
	now: number,
	report: SweepReport,
	attempt: Attempt,
): Promise<void> {
	const devices = [...registry.devices.values()].filter((device) => sends(device) && !isOutOfService(device, now))
	report.watched = devices.length
	let looks = 0
	const mayRead = (): boolean => {
		looks += 1
		return looks <= MOST_LOOKS
	}
	const found = await inParallel(devices, LOOKS_AT_ONCE, async (device): Promise<Silent | undefined> => {
		let silent: Silent | undefined
		await attempt(device.id, async () => {
			const look = await lookAt(registry, device, ports.telemetry, memory, now, mayRead)
			if (look.item) report.checked += 1
			silent = look.silent
			if (look.item && !silent) report.tasks.push(...(await confirmStuck(registry, device, look.item, ports, now)))
		})
		return silent
	})
	const silent = found.filter((one) => one !== undefined)
	report.silent = silent.length
	let explained = new Set<string>()
	await attempt('outages', async () => {
		const settled = await settleOutages(registry, devices, silent, ports, memory.calm, now)
		explained = settled.explained
		report.tasks.push(...settled.tasks)
	})
	report.inhibited = explained.size
	const waits = sharers(registry, devices)
	for (const { device, onset } of silent) {
		const wait = waits.has(device.id) ? registry.profile.outage.waitMinutes * 60_000 : 0
		if (explained.has(device.id) || now <= onset + wait) continue
		await attempt(device.id, async () => {
			report.tasks.push(...(await settleSilence(registry, device, onset, ports, now)))
		})
	}
}

/** Devices that could be part of an outage: a silent one of these waits a little for the others. */
function sharers({ courtyards, profile }: Registry, devices: readonly Device[]): Set<string> {
	const groups = outageGroups(devices, ({ courtyard }) => courtyards.get(courtyard)?.village)
	const large = groups.filter(({ members }) => members.length >= profile.outage.devices)
	return new Set(large.flatMap(({ members }) => members.map(({ id }) => id)))
}

const sends = ({ kind }: Device): boolean => revolutions.some((revolution) => revolution === kind)
