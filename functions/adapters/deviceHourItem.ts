import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import * as z from '../../shared/contract/zod.ts'
import type { DeviceHour } from '../../shared/ports/telemetryStore.ts'

const text = z.pipe(
	z.object({ S: z.string() }),
	z.transform(({ S }) => S),
)
const set = z.pipe(
	z.object({ SS: z.array(z.string()) }),
	z.transform(({ SS }) => SS.sort()),
)
const count = z.pipe(
	z.object({ N: z.string() }),
	z.transform(({ N }) => Number(N)),
)

const Item = z.object({
	device: text,
	hour: text,
	readings: z._default(set, []),
	carry: z.optional(text),
	alarms: z.optional(text),
	touched: z._default(set, []),
	rev: z._default(count, 0),
	settled: z._default(count, 0),
	lagMs: z.optional(count),
	ahead: z._default(
		z.pipe(
			z.object({ BOOL: z.boolean() }),
			z.transform(({ BOOL }) => BOOL),
		),
		false,
	),
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
