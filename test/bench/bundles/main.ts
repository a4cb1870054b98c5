import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundleSizes } from '../ingest/bundleSizes.ts'
import { median } from '../median.ts'
import { firstAnswers } from './firstAnswers.ts'
import { emptyHandler, sdkHandler } from './peers.ts'
import { startableBundles } from './startable.ts'
import { startCpuMs } from './startCpu.ts'

/**
 * What is shipped with each Lambda, and what its process start costs beside an empty handler and beside one that only
 * imports the SDK, and until the first answer. The last line is one JSON object.
 *
 *   node test/bench/bundles/main.ts --rounds 15
 */
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '15' } } })
const folder = await mkdtemp(join(tmpdir(), 'bench-bundles-'))
try {
	const started = [
		...(await startableBundles(folder)),
		await emptyHandler(folder),
		await sdkHandler(folder, 'bareSdk', 'trimmed'),
		await sdkHandler(folder, 'wholeSdk', 'whole'),
	]
	const times = new Map(started.map(({ name }) => [name, [] as number[]]))
	// In turn, so that whatever else the machine does meets all of them alike; the first round fills the caches.
	for (let round = 0; round <= Number(values.rounds); round += 1) {
		for (const one of started) {
			const ms = await startCpuMs(one)
			if (round > 0) times.get(one.name)?.push(ms)
		}
	}
	const typical = Object.fromEntries([...times].map(([name, all]) => [name, median(all)]))
	const against = (times: Readonly<Record<string, number>>, peer: string): Record<string, number> =>
		Object.fromEntries(
			Object.entries(times).map(([name, ms]) => [name, Math.round((ms / (times[peer] ?? Number.NaN)) * 100) / 100]),
		)
	const found = {
		kb: await bundleSizes(),
		startToEmpty: against(typical, 'empty'),
		startToBareSdk: against(typical, 'bareSdk'),
		firstAnswerToBareSdk: against(await firstAnswers(started, Number(values.rounds)), 'bareSdk'),
	}
	for (const [what, of] of Object.entries(found)) console.log(what, of)
	console.log(JSON.stringify(found))
} finally {
	await rm(folder, { recursive: true, force: true })
}
