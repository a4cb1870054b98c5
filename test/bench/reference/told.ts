import * as z from '../../../shared/contract/zod.ts'
import { alarmText, type Facts, valuesText } from './facts.ts'

/** Answers a GET of the API as staff. */
export type Ask = (path: string, params: Record<string, string>, query: Record<string, string>) => Promise<unknown>

const number = z.record(z.string(), z.number())
const Courtyards = z.object({ courtyards: z.array(z.object({ id: z.string() })) })
const Courtyard = z.object({ score: z.nullable(z.number()) })
const Devices = z.object({
	devices: z.array(z.object({ id: z.string(), values: z.record(z.string(), z.object({ value: z.number() })) })),
})
const Readings = z.object({
	readings: z.array(z.object({ at: z.string(), values: number })),
	alarms: z.array(
		z.object({ rule: z.string(), onset: z.string(), raisedAt: z.string(), clearedAt: z.nullable(z.string()) }),
	),
	next: z.optional(z.string()),
})
const Tasks = z.object({
	tasks: z.array(
		z.object({
			device: z.string(),
			rule: z.string(),
			onset: z.string(),
			state: z.string(),
			alertSentAt: z.nullable(z.string()),
		}),
	),
	next: z.optional(z.string()),
})

/** The facts as the API tells them. @param span the time whose readings and alarms are asked for, ISO 8601 */
export async function told(ask: Ask, span: { from: string; to: string }): Promise<Facts> {
	const facts = {
		readings: new Map<string, string>(),
		latest: new Map<string, string>(),
		alarms: new Map<string, string>(),
		tasks: new Map<string, string>(),
		alerts: new Map<string, string>(),
		scores: new Map<string, string>(),
	}
	const { courtyards } = Courtyards.parse(await ask('/api/courtyards', {}, {}))
	for (const { id } of courtyards) {
		// Its own page: the list may be some minutes old.
		const { score } = Courtyard.parse(await ask('/api/courtyards/:id', { id }, {}))
		facts.scores.set(id, score === null ? 'none' : score.toFixed(2))
		const { devices } = Devices.parse(await ask('/api/courtyards/:id/devices', { id }, {}))
		for (const device of devices) {
			const latest = Object.entries(device.values).map(([name, { value }]) => [name, value] as const)
			facts.latest.set(device.id, valuesText(Object.fromEntries(latest)))
			await addReadings(facts, ask, device.id, span)
		}
	}
	await addTasks(facts, ask)
	return facts
}

async function addTasks(facts: { tasks: Map<string, string>; alerts: Map<string, string> }, ask: Ask): Promise<void> {
	let cursor: string | undefined
	do {
		const page = Tasks.parse(await ask('/api/tasks', {}, cursor === undefined ? {} : { cursor }))
		for (const { device, rule, onset, state, alertSentAt } of page.tasks) {
			const name = `${device} ${rule} ${onset}`
			facts.tasks.set(name, state)
			if (alertSentAt !== null) facts.alerts.set(name, 'sent')
		}
		cursor = page.next
	} while (cursor !== undefined)
}

async function addReadings(
	facts: Record<'readings' | 'alarms', Map<string, string>>,
	ask: Ask,
	id: string,
	span: { from: string; to: string },
): Promise<void> {
	let from: string | undefined = span.from
	while (from !== undefined) {
		const page: z.infer<typeof Readings> = Readings.parse(
			await ask('/api/devices/:id/readings', { id }, { from, to: span.to }),
		)
		for (const { at, values } of page.readings) facts.readings.set(`${id} ${at}`, valuesText(values))
		for (const { rule, onset, raisedAt, clearedAt } of page.alarms) {
			facts.alarms.set(`${id} ${rule} ${onset}`, alarmText(raisedAt, clearedAt))
		}
		from = page.next
	}
}
