import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import type { DeviceHour } from '../../shared/ports/telemetryStore.ts'

const text = z.object({ S: z.string() }).transform(({ S }) => S)
const set = z.object({ SS: z.array(z.string()) }).transform(({ SS }) => SS.sort())
const count = z.object({ N: z.string() }).transform(({ N }) => Number(N))

const Item = z.object({
	device: text,
	hour: text,
	readings: set.default([]),
	carry: text.optional(),
	alarms: text.optional(),
	touched: set.default([]),
	rev: count.default(0),
	settled: count.default(0),
	lagMs: count.optional(),
	ahead: z
		.object({ BOOL: z.boolean() })
		.transform(({ BOOL }) => BOOL)
		.default(false),
})

/** A device-hour as DynamoDB returns it. @throws when the item is not one the telemetry store wrote */
export function toDeviceHour(item: Record<string, AttributeValue>): DeviceHour {
	const { carry, alarms, lagMs: lag, ...rest } = Item.parse(item)
	return {
		...rest,
		...(carry === undefined ? {} : { carry }),
		...(alarms === undefined ? {} : { alarms }),
		...(lag === undefined ? {} : { lag }),
	}
}
