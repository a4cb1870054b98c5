import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { recordMeasured } from '../recordMeasured.ts'
import { oneSize } from './oneSize.ts'

/**
 * What it takes to score a day of a township: the rollup use case on stores in memory. Device-hours are made when they are read
 * (12 readings an hour), capacity units are counted by the sizes of the items. Each size runs in a process of its own, so that
 * its memory is its own. The last line is one JSON object.
 *
 *   npm run bench:rollup -- --sizes 50,500,5000
 *
 * With --record the figures of the largest size go into the file that the cost model reads (docs/cost.md).
 */
const { values } = parseArgs({
	options: {
		sizes: { type: 'string', default: '50,500,5000' },
		one: { type: 'string' },
		record: { type: 'boolean', default: false },
	},
})

if (values.one !== undefined) console.log(JSON.stringify(await oneSize(Number(values.one))))
else {
	const results: Record<string, Awaited<ReturnType<typeof oneSize>>> = {}
	for (const size of values.sizes.split(',')) {
		const args = [...process.execArgv, fileURLToPath(import.meta.url), '--one', size]
		const result: Awaited<ReturnType<typeof oneSize>> = JSON.parse(
			execFileSync(process.execPath, args, { encoding: 'utf8' }),
		)
		results[size] = result
		console.log(`${size} courtyards: ${JSON.stringify(result, null, 2)}`)
	}
	const largest = Object.values(results).toSorted((a, b) => b.devices - a.devices)[0]
	if (values.record && largest) record(largest)
	console.log(JSON.stringify(results))
}

function record(result: Awaited<ReturnType<typeof oneSize>>): void {
	const ofADevice = (value: number): number => Math.round((value / result.devices) * 10_000) / 10_000
	recordMeasured({
		rollup: {
			measuredOn: new Date().toISOString().slice(0, 10),
			command: `npm run bench:rollup -- --sizes ${values.sizes} --record`,
			devices: result.devices,
			ofADeviceDay: {
				wru: ofADevice(result.writeUnits),
				rru: ofADevice(result.readUnits),
				requests: ofADevice(result.requests),
				cpuMs: ofADevice(result.cpuSeconds * 1000),
				bytes: ofADevice(result.bytesOfACourtyardDay * result.courtyards),
			},
		},
	})
}
