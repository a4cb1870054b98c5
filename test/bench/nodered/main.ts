import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { registerFleet } from '../../../infra/local/cli/registerFleet.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { freePort } from '../freePort.ts'
import { fleet } from '../ingest/fleet.ts'
import { workload } from '../ingest/workload.ts'
import { median } from '../median.ts'
import { answer } from '../reference/answer.ts'
import { EditionProcess } from '../soak/edition.ts'
import { staffToken } from '../soak/staff.ts'
import { plainClients } from './flood.ts'
import { Floor } from './floor.ts'
import { ingestLogBytes } from './ingestLog.ts'
import { keptByFlow } from './keptByFlow.ts'
import { treeMb } from './memory.ts'
import { startMosquitto } from './mosquitto.ts'
import { NodeRed } from './nodeRed.ts'
import { ordersOf } from './orders.ts'
import { peerTable } from './peerTable.ts'
import { isWorkedOff, roundsOf, secureClients, untilStored } from './round.ts'
import { limitAlarms, type WrongFacts, wrongFacts } from './wrongFacts.ts'

/**
 * The local edition beside Node-RED, from the device to the table of one engine, in turn: ours with mutual TLS, a durable
 * queue, alarms and tasks; a flow with Mosquitto before it that checks, judges with hysteresis and stores; and beside them
 * the floor. Then what the flow has kept of the same hour in each order, compared with the reference answer, and when it
 * is killed in the middle (`npm run soak` does that to ours). The last line is one JSON object.
 *
 *   node test/bench/nodered/main.ts --rounds 6 --seed 1
 */
const text = { type: 'string' } as const
const { values } = parseArgs({ options: { rounds: { ...text, default: '6' }, seed: { ...text, default: '1' } } })
const rounds = Number(values.rounds)
const WARM_UP = 2
const seed = Number(values.seed)
const REST_MS = 5000
const HOUR = 3_600_000

const folder = await mkdtemp(join(tmpdir(), 'bench-nodered-'))
const dataFolder = await mkdtemp(join(tmpdir(), 'bench-edition-'))
const edition = new EditionProcess(dataFolder)
const ended: (() => unknown)[] = []
try {
	ended.push(() => edition.stop())
	const running = await edition.start()
	const township = fleet()
	await registerFleet(dataFolder, running, await staffToken(dataFolder, running), township)
	const { devices } = township
	const ids = devices.map(({ id }) => id)
	const [mqttPort, httpPort] = [await freePort(), await freePort()]
	const { dynamodb } = running.endpoints
	const mosquitto = await startMosquitto(folder, mqttPort)
	ended.push(() => mosquitto.stop())
	const plain = await plainClients(mqttPort, ids)
	ended.push(() => plain.end())
	const floorTable = await peerTable(dynamodb, 'Floor')
	ended.push(() => floorTable.close())
	const floor = new Floor(mqttPort, floorTable)
	const found = await inTurn()
	const wrong: Record<string, WrongFacts> = {}
	const start = Date.parse('2026-11-23T00:00:00Z')
	const samples = workload(devices, { start, hours: 1 }, seed)
	const expected = answer({ devices, profile: defaultProfile, samples, now: start + HOUR, asItHappened: true })
	for (const [name, order] of Object.entries(ordersOf(samples, seed))) {
		const { red, table, close } = await freshFlow(name)
		const kept = await keptByFlow({ red, table, publish: plain.publish, ...order })
		await close()
		wrong[name] = wrongFacts(expected, kept, defaultProfile.alarms)
		console.log(`Node-RED, ${name}:`, wrong[name])
	}
	const { raised, open } = limitAlarms(expected, defaultProfile.alarms)
	const facts = { readings: expected.readings.size, latest: devices.length, raised: raised.length, open: open.length }
	console.log(JSON.stringify({ ...found, facts, nodeRedWrong: wrong }))

	/** Each in its turn with the same readings; the first two rounds warm up. */
	async function inTurn() {
		const { red, close } = await freshFlow('rate')
		await wait(REST_MS)
		const memoryMb = { rest: treeMb(running.pid), load: 0, nodeRedRest: treeMb(red.pid ?? 0), nodeRedLoad: 0 }
		const secure = await secureClients(dataFolder, running, ids)
		const rates = { acknowledged: [], stored: [], nodeRed: [], broker: [], updates: [] } as Record<string, number[]>
		const note = (name: string, count: number, ms: number): number | undefined => rates[name]?.push((count / ms) * 1000)
		const all = roundsOf(devices, rounds, seed)
		for (const [round, messages] of all.entries()) {
			const count = messages.length
			const own = await untilStored(messages, secure.publish, async () => {
				memoryMb.load = Math.max(memoryMb.load, treeMb(running.pid))
				return isWorkedOff(running)
			})
			const before = (await red.state())?.stored ?? 0
			const sound = messages.filter(({ isSound }) => isSound).length
			const flow = await untilStored(messages, plain.publish, async () => {
				memoryMb.nodeRedLoad = Math.max(memoryMb.nodeRedLoad, treeMb(red.pid ?? 0))
				return ((await red.state())?.stored ?? 0) >= before + sound
			})
			const brokerMs = await floor.broker(messages)
			const updatesMs = await floor.updates(count)
			console.log(`${count} readings, ms:`, { own, flow, brokerMs, updatesMs })
			if (round < WARM_UP) continue
			note('acknowledged', count, own.acknowledged)
			note('stored', count, own.stored)
			note('nodeRed', count, flow.stored)
			note('broker', count, brokerMs)
			note('updates', count, updatesMs)
		}
		await secure.end()
		await close()
		const ratio = (name: string, to: string): number =>
			hundredths(median((rates[name] ?? []).map((rate, i) => rate / (rates[to]?.[i] ?? Number.NaN))))
		return {
			rateToNodeRed: ratio('stored', 'nodeRed'),
			acknowledgedToBroker: ratio('acknowledged', 'broker'),
			storedToUpdates: ratio('stored', 'updates'),
			nodeRedToUpdates: ratio('nodeRed', 'updates'),
			readingsASecond: Object.fromEntries(Object.entries(rates).map(([name, own]) => [name, Math.round(median(own))])),
			memoryMb,
			logBytesAReading: Math.round((await ingestLogBytes(dataFolder)) / all.flat().length),
		}
	}

	/** Node-RED with nothing in its contexts and an empty table. */
	async function freshFlow(name: string) {
		const own = join(folder, name)
		await mkdir(own)
		const table = await peerTable(dynamodb, `Flow-${name}`)
		const red = await NodeRed.open({ folder: own, port: httpPort, mqttPort, dynamodb, table: table.name, devices })
		const close = async (): Promise<void> => {
			table.close()
			await red.end('SIGINT')
		}
		ended.push(close)
		await red.start()
		return { red, table, close }
	}
} finally {
	for (const end of ended.reverse()) await end()
	for (const made of [folder, dataFolder]) await rm(made, { recursive: true, force: true })
}

function hundredths(value: number): number {
	return Math.round(value * 100) / 100
}
