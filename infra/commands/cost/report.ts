import * as z from '../../../shared/contract/zod.ts'
import type { Cost } from './costOf.ts'
import type { MeasuredUnits } from './measuredUnits.ts'
import type { PriceTable } from './price.ts'
import { Size } from './size.ts'

const Money = z.number().check(z.minimum(0))

const Entry = z.strictObject({
	...Size.shape,
	region: z.string(),
	currency: z.enum(['USD', 'CNY']),
	/** Of a month, of all cells. */
	readings: z.number().check(z.minimum(0)),
	perMillionReadings: Money,
	fixedPerMonth: Money,
	perMonth: Money,
	perDeviceMonth: Money,
	/** False: something has no known price and is in no sum. */
	isComplete: z.boolean(),
	withoutPrice: z.array(z.string()),
})

/** The last line of `npm run cost`: one JSON object for programs. */
export const CostReport = z.strictObject({
	pricesTaken: z.iso.date(),
	unitsMeasured: z.strictObject({ ingest: z.iso.date(), rollup: z.iso.date() }),
	costs: z.array(Entry),
})
export type CostReport = z.infer<typeof CostReport>

export type Bill = { readonly size: Size; readonly table: PriceTable; readonly cost: Cost }

/** @throws when there are no bills */
export function reportOf(bills: readonly Bill[], { ingest, rollup }: MeasuredUnits): CostReport {
	const oldest = bills.map(({ table }) => table.taken).toSorted()[0]
	return CostReport.parse({
		pricesTaken: oldest,
		unitsMeasured: { ingest: ingest.measuredOn, rollup: rollup.measuredOn },
		costs: bills.map(({ size, table, cost }) => ({
			...size,
			region: table.region,
			currency: table.currency,
			readings: Math.round(cost.readings),
			perMillionReadings: rounded(cost.perMillionReadings, 4),
			fixedPerMonth: rounded(cost.fixedPerMonth, 2),
			perMonth: rounded(cost.perMonth, 2),
			perDeviceMonth: rounded(cost.perMonth / size.devices, 5),
			isComplete: cost.withoutPrice.length === 0,
			withoutPrice: cost.withoutPrice,
		})),
	})
}

const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits
