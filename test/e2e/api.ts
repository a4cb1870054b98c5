import { CourtyardView, DeviceView } from '../../shared/contract/score/liveViews.ts'
import { Severity } from '../../shared/contract/task/severity.ts'
import { TaskState } from '../../shared/contract/task/taskEvent.ts'
import { Measurand } from '../../shared/contract/telemetry/measurand.ts'
import { QuarantineView } from '../../shared/contract/telemetry/quarantineViews.ts'
import * as z from '../../shared/contract/zod.ts'
import { mustRun } from './commandLine.ts'
import { documentedFetch } from './documentedFetch.ts'
import type { StartedEdition } from './edition.ts'

const TaskView = z.object({
	id: z.string(),
	courtyard: z.string(),
	device: z.string(),
	rule: z.string(),
	severity: Severity,
	state: TaskState,
	raisedAt: z.iso.datetime(),
	clearedAt: z.nullable(z.iso.datetime()),
	alertSentAt: z.nullable(z.iso.datetime()),
	text: z.object({ zh: z.string(), en: z.string() }),
})
export type TaskView = z.infer<typeof TaskView>

/** A page of a device's history as it is without further wishes. */
const Readings = z.object({
	readings: z.array(
		z.object({
			at: z.iso.datetime(),
			values: z.partialRecord(Measurand, z.number()),
			bad: z.optional(z.array(Measurand)),
		}),
	),
	alarms: z.array(
		z.object({
			rule: z.string(),
			onset: z.iso.datetime(),
			raisedAt: z.iso.datetime(),
			clearedAt: z.nullable(z.iso.datetime()),
		}),
	),
	next: z.optional(z.iso.datetime()),
})
type Readings = z.infer<typeof Readings>

export type Api = ReturnType<typeof apiAs>

/** A token from `npm run token`. */
export const tokenFor = async (dataFolder: string, ...args: string[]): Promise<string> =>
	(await mustRun('npm', ['run', '-s', 'token', '--', '--data', dataFolder, ...args])).trim()

export const staffApi = async ({ dataFolder, running }: StartedEdition) =>
	apiAs(running.apiUrl, await tokenFor(dataFolder, '--role', 'staff'))

/** The API as an outside program sees it; every answer is checked against the document that the API serves of itself. */
export const apiAs = (apiUrl: string, token: string | undefined) => {
	const call = (path: string, init: RequestInit = {}): Promise<Response> =>
		documentedFetch(apiUrl, path, {
			...init,
			headers: { ...init.headers, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
		})
	const get = async <Schema extends z.ZodMiniType>(path: string, schema: Schema): Promise<z.infer<Schema>> => {
		const response = await call(path)
		if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`)
		return schema.parse(await response.json())
	}
	return {
		call,
		courtyards: async () => (await get('/courtyards', z.object({ courtyards: z.array(CourtyardView) }))).courtyards,
		courtyard: (id: string) => get(`/courtyards/${id}`, CourtyardView),
		devices: async (courtyard: string) =>
			(await get(`/courtyards/${courtyard}/devices`, z.object({ devices: z.array(DeviceView) }))).devices,
		tasks: async (query: Readonly<Record<string, string>> = {}) =>
			(await get(`/tasks?${new URLSearchParams(query)}`, z.object({ tasks: z.array(TaskView) }))).tasks,
		/** All readings and alarms from `from` (milliseconds since 1970) on. */
		readings: async (device: string, from = Date.now() - 86_400_000) => {
			const all: Readings = { readings: [], alarms: [] }
			let next: string | undefined = new Date(from).toISOString()
			while (next !== undefined) {
				const query = new URLSearchParams({ from: next })
				const page: Readings = await get(`/devices/${device}/readings?${query}`, Readings)
				all.readings.push(...page.readings)
				all.alarms.push(...page.alarms)
				next = page.next
			}
			return all
		},
		/** What was refused from a thing's topics, the oldest first. */
		quarantined: async (thing: string) => {
			const { entries } = await get('/quarantine?limit=200', QuarantineView)
			return entries.filter((entry) => entry.thing === thing).reverse()
		},
	}
}
