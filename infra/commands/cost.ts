import { parseArgs } from 'node:util'
import * as z from '../../shared/contract/zod.ts'
import { runCommand, UsageError } from '../local/cli/runCommand.ts'
import { cnNorth1 } from './cost/cnNorth1.ts'
import { costOf } from './cost/costOf.ts'
import measuredUnits from './cost/measured.json' with { type: 'json' }
import { MeasuredUnits } from './cost/measuredUnits.ts'
import { type Bill, reportOf } from './cost/report.ts'
import { Size, sizes } from './cost/size.ts'
import { usEast1 } from './cost/usEast1.ts'
import { tellBill, tellGround, tellPrices } from './cost/words.ts'

const usage = `算每月和每百万条读数的费用。What a deployment costs in a month and per million readings (docs/cost.md).

  npm run cost                          三种规模、两个区域 the three sizes in both regions
  npm run cost -- --prices              价格及来源 every price and where it is from
  npm run cost -- --size county --region cn-north-1

  --size <township|county|province>     2,000, 100,000 or 10 million devices (default: all)
  --region <us-east-1|cn-north-1>       (default: both)
  --devices <number>                    so many devices instead, with --size
  --interval <seconds>                  between readings of a device (default: 300)
  --delivery <live|packs>               each reading by itself, or an hour's in one message (default: live)
  --no-basic-ingest                     devices publish to the ordinary topic, which costs messages

不含税、免费额度、批量折扣和流量。Without tax, free tiers, discounts for volume and data transfer. A price that is not known
is left out of the sums, and it is said. The last line is one JSON object.`

const tables = [usEast1, cnNorth1]

const Wish = z.object({
	size: z.optional(z.enum(sizes.map(({ name }) => name))),
	region: z.optional(z.enum(tables.map(({ region }) => region))),
	devices: z.optional(z.pipe(z.coerce.number(), Size.shape.devices)),
	interval: z.pipe(z._default(z.coerce.number(), 300), Size.shape.interval),
	delivery: z._default(Size.shape.delivery, 'live'),
})

await runCommand(usage, async (args) => {
	const text = { type: 'string' } as const
	const { values } = parseArgs({
		args,
		options: {
			size: text,
			region: text,
			devices: text,
			interval: text,
			delivery: text,
			'no-basic-ingest': { type: 'boolean', default: false },
			prices: { type: 'boolean', default: false },
		},
	})
	const wish = Wish.safeParse(values)
	if (!wish.success) throw new UsageError(z.prettifyError(wish.error))
	const { size: name, region, devices, interval, delivery } = wish.data
	if (devices !== undefined && name === undefined) throw new UsageError('--devices needs --size.')
	const measured = MeasuredUnits.parse(measuredUnits)
	const chosen = tables.filter((table) => region === undefined || table.region === region)
	const bills = chosen.flatMap((table) =>
		sizes
			.filter((size) => name === undefined || size.name === name)
			.map((known): Bill => {
				const basicIngest = !values['no-basic-ingest']
				const size = Size.parse({ ...known, ...(devices && { devices }), interval, delivery, basicIngest })
				return { size, table, cost: costOf(size, measured, table) }
			}),
	)
	if (values.prices) console.log(chosen.map(tellPrices).join('\n\n'))
	else console.log([tellGround(measured), ...bills.map(tellBill)].join('\n\n'))
	console.log(JSON.stringify(reportOf(bills, measured)))
})
