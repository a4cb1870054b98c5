import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { registerFleet } from '../../../infra/local/cli/registerFleet.ts'
import { freePort } from '../freePort.ts'
import { startMosquitto } from '../nodered/mosquitto.ts'
import { peerTable } from '../nodered/peerTable.ts'
import { EditionProcess } from '../soak/edition.ts'
import { staffToken } from '../soak/staff.ts'
import { floorSteps } from './floorSteps.ts'
import { ownSteps } from './ownSteps.ts'
import { planOf } from './plan.ts'
import { latencyTownship } from './township.ts'

/**
 * How long a reading takes through the local edition under a steady load, beside the least program that does as much on
 * the same machine: until it is acknowledged, in the table, and as an alert at the screen of its courtyard. The last line
 * is one JSON object.
 *
 *   node test/bench/latency/main.ts --rate 75 --readings 9 --seed 1
 */
const text = { type: 'string' } as const
const { values } = parseArgs({
	options: {
		/** A second, of all bins together. */
		rate: { ...text, default: '75' },
		/** Of each bin. */
		readings: { ...text, default: '9' },
		seed: { ...text, default: '1' },
	},
})
const perSecond = Number(values.rate)

const folder = await mkdtemp(join(tmpdir(), 'bench-latency-'))
const dataFolder = await mkdtemp(join(tmpdir(), 'bench-edition-'))
const edition = new EditionProcess(dataFolder)
const ended: (() => unknown)[] = []
try {
	ended.push(() => edition.stop())
	const running = await edition.start()
	const { bins, screens, ...township } = latencyTownship()
	await registerFleet(dataFolder, running, await staffToken(dataFolder, running), township)
	const mqttPort = await freePort()
	const mosquitto = await startMosquitto(folder, mqttPort)
	ended.push(() => mosquitto.stop())
	const table = await peerTable(running.endpoints.dynamodb, 'Floor')
	ended.push(() => table.close())
	const plan = planOf(
		bins.map(({ id }) => id),
		Number(values.readings),
		Number(values.seed),
	)
	const ms = await ownSteps({ dataFolder, running, bins, screens, plan, perSecond })
	console.log('the edition, ms:', ms)
	const floorMs = await floorSteps(mqttPort, table, plan, perSecond)
	console.log('the floor, ms:', floorMs)
	const toFloor = Object.fromEntries(
		(['acknowledged', 'stored', 'alert'] as const).map((step) => {
			const [own, floor] = [ms[step], floorMs[step]]
			return [step, { p50: hundredths(own.p50 / floor.p50), p99: hundredths(own.p99 / floor.p99) }]
		}),
	)
	console.log(JSON.stringify({ readingsASecond: perSecond, samples: bins.length, ms, floorMs, toFloor }))
} finally {
	for (const end of ended.reverse()) await end()
	for (const made of [folder, dataFolder]) await rm(made, { recursive: true, force: true })
}

function hundredths(value: number): number {
	return Math.round(value * 100) / 100
}
