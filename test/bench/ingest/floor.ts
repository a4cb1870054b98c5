import { Measurand } from '../../../shared/contract/telemetry/measurand.ts'
import { TelemetryMessage } from '../../../shared/contract/telemetry/telemetryMessage.ts'
import * as z from '../../../shared/contract/zod.ts'
import type { Delivery } from './deliveries.ts'

const Entry = z.catchall(z.object({ at: z.number() }), z.number())
const known: ReadonlySet<string> = new Set(['at', ...Measurand.options])

/**
 * The least CPU the same bytes could cost, microseconds a reading: JSON.parse and schema validation of the queue's
 * message and of the payload in it, and nothing else.
 */
export function floorUs(deliveries: readonly Delivery[]): number {
	const bodies = deliveries.flatMap(({ records }) => records.map(({ body }) => body))
	const readings = deliveries.reduce((sum, delivery) => sum + delivery.readings, 0)
	parseAll(bodies)
	const before = process.cpuUsage()
	parseAll(bodies)
	const { user, system } = process.cpuUsage(before)
	return (user + system) / readings
}

function parseAll(bodies: readonly string[]): void {
	for (const body of bodies) {
		const { payload } = TelemetryMessage.parse(JSON.parse(body))
		const content: unknown = JSON.parse(Buffer.from(payload, 'base64').toString())
		for (const entry of Array.isArray(content) ? content : [content]) {
			if (!Object.keys(Entry.parse(entry)).every((key) => known.has(key))) throw new Error(`unknown key in ${body}`)
		}
	}
}
