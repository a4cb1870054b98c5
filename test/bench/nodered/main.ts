import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { registerFleet } from '../../../infra/local/cli/registerFleet.ts'
import { listen } from '../../../infra/local/iot/tlsListener.ts'
import { fleet } from '../ingest/fleet.ts'
import { median } from '../median.ts'
import { EditionProcess } from '../soak/edition.ts'
import { staffToken } from '../soak/staff.ts'
import { type Publish, plainClients } from './flood.ts'
import { flowTable } from './flowTable.ts'
import { ingestLogBytes } from './ingestLog.ts'
import { treeMb } from './memory.ts'
import { startMosquitto } from './mosquitto.ts'
import { NodeRed } from './nodeRed.ts'
import { isWorkedOff, type Message, roundsOf, secureClients, untilStored } from './round.ts'

/**
 * The local edition beside Node-RED, from the device to the table of one engine, in turn: ours with mutual TLS, a durable
 * queue, alarms and tasks; a flow with Mosquitto before it that checks, judges with hysteresis and stores. Then Node-RED
 * is killed in the middle of a round (`npm run soak` does that to ours). The last line is one JSON object.
 *
 *   node test/bench/nodered/main.ts --rounds 3 --seed 1
 */
const text = { type: 'string' } as const
const { values } = parseArgs({ options: { rounds: { ...text, default: '3' }, seed: { ...text, default: '1' } } })
const rounds = Number(values.rounds)
const REST_MS = 5000

const folder = await mkdtemp(join(tmpdir(), 'bench-nodered-'))
const dataFolder = await mkdtemp(join(tmpdir(), 'bench-edition-'))
const edition = new EditionProcess(dataFolder)
const ended: (() => unknown)[] = []
try {
	ended.push(() => edition.stop())
	const running = await edition.start()
	const township = fleet()
	await registerFleet(dataFolder, running, await staffToken(dataFolder, running), township)
	const ids = township.devices.map(({ id }) => id)
	const all = roundsOf(township.devices, rounds + 1, Number(values.seed))
	const [mqttPort, httpPort] = [await freePort(), await freePort()]
	const table = await flowTable(running.endpoints.dynamodb, 'Flow')
	ended.push(() => table.close())
	const mosquitto = await startMosquitto(folder, mqttPort)
	ended.push(() => mosquitto.stop())
	const flow = await NodeRed.open({
		...{ folder, port: httpPort, mqttPort, dynamodb: running.endpoints.dynamodb, table: 'Flow' },
	})
	ended.push(() => flow.end('SIGINT'))
	await flow.start()
	await wait(REST_MS)
	const memoryMb = { rest: treeMb(running.pid), load: 0, nodeRedRest: treeMb(flow.pid ?? 0), nodeRedLoad: 0 }
	const ratios: number[] = []
	const secure = await secureClients(dataFolder, running, ids)
	ended.push(() => secure.end())
	const plain = await plainClients(mqttPort, ids)
	ended.push(() => plain.end())
	for (const [round, messages] of all.slice(0, rounds).entries()) {
		const ownMs = await untilStored(messages, secure.publish, async () => {
			memoryMb.load = Math.max(memoryMb.load, treeMb(running.pid))
			return isWorkedOff(running)
		})
		const before = (await flow.stored()) ?? 0
		const flowMs = await untilStored(messages, plain.publish, async () => {
			memoryMb.nodeRedLoad = Math.max(memoryMb.nodeRedLoad, treeMb(flow.pid ?? 0))
			return ((await flow.stored()) ?? 0) >= before + messages.length
		})
		console.log(
			`${messages.length} readings: ours after ${Math.round(ownMs)} ms, Node-RED's after ${Math.round(flowMs)} ms`,
		)
		if (round > 0) ratios.push(flowMs / ownMs)
	}
	const logBytesAReading = Math.round((await ingestLogBytes(dataFolder)) / all.slice(0, rounds).flat().length)
	const rate = Math.round(median(ratios) * 100) / 100
	console.log(
		JSON.stringify({
			rateToNodeRed: rate,
			memoryMb,
			logBytesAReading,
			nodeRedKilled: await killed(flow, all.at(-1) ?? [], plain.publish, table.readings),
		}),
	)

	/** Messages that the broker had acknowledged to the devices and that were in no table after Node-RED was started again. */
	async function killed(
		red: NodeRed,
		messages: readonly Message[],
		publish: Publish,
		readings: () => Promise<number>,
	): Promise<Record<'acknowledged' | 'lost', number>> {
		const before = await readings()
		const sent = Promise.all(messages.map(({ device, payload }) => publish(device, payload)))
		while ((await readings()) < before + messages.length / 4) await wait(50)
		await red.end('SIGKILL')
		await sent
		await red.start()
		let count = 0
		for (let seen = -1; seen !== count; ) {
			seen = count
			await wait(REST_MS)
			count = await readings()
		}
		return { acknowledged: messages.length, lost: before + messages.length - count }
	}
} finally {
	for (const end of ended.reverse()) await end()
	for (const made of [folder, dataFolder]) await rm(made, { recursive: true, force: true })
}

async function freePort(): Promise<number> {
	const server = createServer()
	const port = await listen(server, 0, '127.0.0.1', '')
	await new Promise((resolve) => server.close(resolve))
	return port
}
