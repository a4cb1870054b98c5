import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import * as z from '../../../shared/contract/zod.ts'
import type { DeviceHour } from '../../../shared/ports/telemetryStore.ts'

const text = z.object({ S: z.string() })
const set = z.object({ SS: z.array(z.string()) })
const count = z.object({ N: z.string() })

/** As DynamoDB writes it; what it means is said below, for each step in a schema is a step for each reading. */
const Item = z.object({
	device: text,
	hour: text,
	readings: z.optional(set),
	carry: z.optional(text),
	alarms: z.optional(text),
	touched: z.optional(set),
	rev: z.optional(count),
	settled: z.optional(count),
	lagMs: z.optional(count),
	ahead: z.optional(z.object({ BOOL: z.boolean() })),
})

/** A device-hour as DynamoDB returns it. @throws when the item is not one the telemetry store wrote */
export function toDeviceHour(item: Record<string, AttributeValue>): DeviceHour {
	const { device, hour, readings, carry, alarms, touched, rev, settled, lagMs, ahead } = Item.parse(item)
	return {
		device: device.S,
		hour: hour.S,
		readings: readings?.SS.sort() ?? [],
		touched: touched?.SS.sort() ?? [],
		rev: Number(rev?.N ?? 0),
		settled: Number(settled?.N ?? 0),
		ahead: ahead?.BOOL ?? false,
		...(carry && { carry: carry.S }),
		...(alarms && { alarms: alarms.S }),
		...(lagMs && { lag: Number(lagMs.N) }),
	}
}
