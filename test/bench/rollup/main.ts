import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { oneSize } from './oneSize.ts'

/**
 * What it takes to score a day of a township: the rollup use case on stores in memory. Device-hours are made when they are read
 * (12 readings an hour), capacity units are counted by the sizes of the items. Each size runs in a process of its own, so that
 * its memory is its own. The last line is one JSON object.
 *
 *   npm run bench:rollup -- --sizes 50,500,5000
 */
const { values } = parseArgs({
	options: { sizes: { type: 'string', default: '50,500,5000' }, one: { type: 'string' } },
})

if (values.one !== undefined) console.log(JSON.stringify(await oneSize(Number(values.one))))
else {
	const results: Record<string, unknown> = {}
	for (const size of values.sizes.split(',')) {
		const args = [...process.execArgv, fileURLToPath(import.meta.url), '--one', size]
		const result: unknown = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))
		results[size] = result
		console.log(`${size} courtyards: ${JSON.stringify(result, null, 2)}`)
	}
	console.log(JSON.stringify(results))
}
