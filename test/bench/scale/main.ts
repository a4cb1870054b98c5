import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { oneSize } from './oneSize.ts'
import { Row, table } from './row.ts'

/**
 * Whether what a reading costs stays the same when devices become many: the use cases of ingest and the sweep on stores
 * in memory. Each size runs in a process of its own, so that its memory is its own. The last line is one JSON object with
 * a row for each size.
 *
 *   npm run bench:scale -- --sizes 1000,10000,100000 --readings 12
 */
const { values } = parseArgs({
	options: {
		sizes: { type: 'string', default: '1000,10000,100000' },
		readings: { type: 'string', default: '12' },
		one: { type: 'string' },
	},
})
/** Devices, and readings of each. */
const WARM_UP = [1000, 4] as const

if (values.one !== undefined) {
	// A Lambda that takes thousands of messages is warm: its code has been compiled.
	await oneSize(...WARM_UP)
	console.log(JSON.stringify(await oneSize(Number(values.one), Number(values.readings))))
} else {
	const rows = values.sizes.split(',').map((size) => {
		const own = ['--one', size, '--readings', values.readings]
		const args = [...process.execArgv, '--expose-gc', fileURLToPath(import.meta.url), ...own]
		return Row.parse(JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })))
	})
	console.log(table(rows))
	console.log(JSON.stringify({ readingsPerDevice: Number(values.readings), rows }))
}
