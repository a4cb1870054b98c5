import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { connectDevice } from '../../../devices/client/connectDevice.ts'
import { certificatesOf } from '../../../infra/local/provisionDevice.ts'
import type { RunningEdition } from '../../../infra/local/runningEdition.ts'
import type { Device } from '../../../shared/contract/registry/registry.ts'
import { workload } from '../ingest/workload.ts'
import { waitingIn } from '../soak/queues.ts'
import type { Publish } from './flood.ts'

/** `isSound`: of no value that a sound sensor does not send. */
export type Message = { device: string; payload: string; isSound: boolean }

const HOUR = 3_600_000
/** So long a time of measuring makes a round: what is the same for each, as the second of gathering, weighs less. */
const ROUND_HOURS = 2
const POLL_MS = 100
const PATIENCE_MS = 240_000

/** The seeded workload of the bench in the last hours until now, two for each round, in the order of time. */
export function roundsOf(devices: readonly Device[], rounds: number, seed: number): Message[][] {
	const hours = rounds * ROUND_HOURS
	const start = Date.now() - hours * HOUR
	const samples = workload(devices, { start, hours }, seed).toSorted((a, b) => a.at - b.at)
	return [...Map.groupBy(samples, ({ at }) => Math.floor((at - start) / (ROUND_HOURS * HOUR))).values()].map((own) =>
		own.map(({ device, at, values, sends, spoilt = false }) => ({
			device,
			payload: JSON.stringify({ at, ...(sends ?? values) }),
			isSound: !spoilt,
		})),
	)
}

/** Milliseconds from the first publish until all are acknowledged, and until `isDone` says that all are stored; everything is sent as fast as it is taken. */
export async function untilStored(
	messages: readonly Pick<Message, 'device' | 'payload'>[],
	publish: Publish,
	isDone: () => Promise<boolean>,
): Promise<{ acknowledged: number; stored: number }> {
	const startedAt = performance.now()
	await Promise.all(messages.map(({ device, payload }) => publish(device, payload)))
	const acknowledged = performance.now() - startedAt
	while (!(await isDone())) {
		await wait(POLL_MS)
		if (performance.now() - startedAt > PATIENCE_MS) throw new Error('not all readings are stored after four minutes')
	}
	return { acknowledged, stored: performance.now() - startedAt }
}

/** A client with mutual TLS for each device. */
export async function secureClients(dataFolder: string, { mqttUrl: url }: RunningEdition, devices: readonly string[]) {
	const clients = new Map<string, Awaited<ReturnType<typeof connectDevice>>>()
	for (const device of devices) {
		const files = certificatesOf(dataFolder, device)
		const [cert, key, ca] = await Promise.all([readFile(files.cert), readFile(files.key), readFile(files.ca)])
		clients.set(device, await connectDevice({ url, clientId: device, cert, key, ca }))
	}
	const publish: Publish = async (device, payload) => clients.get(device)?.publish(payload)
	return {
		publish,
		subscribe: async (device: string, filter: string, onMessage: (topic: string, payload: Buffer) => void) =>
			clients.get(device)?.subscribe(filter, onMessage),
		end: async () => {
			await Promise.all([...clients.values()].map((client) => client.end()))
		},
	}
}

/** Nothing waits in the queue and nothing is being worked on: all is stored and evaluated. */
export const isWorkedOff = async (running: RunningEdition): Promise<boolean> =>
	(await waitingIn(running, 'telemetry')) === 0
