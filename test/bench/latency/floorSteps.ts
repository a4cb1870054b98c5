import { Socket } from 'node:net'
import { connectAsync } from 'mqtt'
import * as z from '../../../shared/contract/zod.ts'
import { bareUpdate } from '../bareUpdate.ts'
import type { PeerTable } from '../nodered/peerTable.ts'
import { paced } from './paced.ts'
import type { Planned } from './plan.ts'
import { Steps } from './steps.ts'

const Message = z.catchall(z.object({ n: z.string(), at: z.number() }), z.union([z.string(), z.number()]))

/**
 * The least program that does as much, on plain connections and one message after the other as they come: a broker, a
 * subscriber that parses, checks and stores by one bare update, and for a fire publishes an alert that another hears.
 * @param port of Mosquitto
 */
export async function floorSteps(port: number, table: PeerTable, plan: readonly Planned[], perSecond: number) {
	const steps = new Steps(['acknowledged', 'heard', 'stored', 'alert'])
	const connect = async () => {
		const client = await connectAsync(`mqtt://127.0.0.1:${port}`)
		// Else what follows an acknowledgement waits until that is acknowledged.
		if (client.stream instanceof Socket) client.stream.setNoDelay(true)
		return client
	}
	const [device, program, screen] = [await connect(), await connect(), await connect()]
	let count = 0
	program.on('message', async (_, payload) => {
		const text = payload.toString()
		const { n, temperature } = Message.parse(JSON.parse(text))
		steps.reached('heard', n)
		count += 1
		await bareUpdate(table.client, table.name, count)
		steps.reached('stored', n)
		if (Number(temperature) > 60) program.publish('alert', n, { qos: 1 })
	})
	screen.on('message', (_, payload) => steps.reached('alert', payload.toString()))
	await program.subscribeAsync('reading', { qos: 1 })
	await screen.subscribeAsync('alert', { qos: 1 })
	await paced([...plan.entries()], perSecond, async ([i, { values, burns }]) => {
		const n = `${i}`
		if (burns) steps.published(n)
		await device.publishAsync('reading', JSON.stringify({ n, at: Date.now(), ...values }), { qos: 1 })
		if (burns) steps.reached('acknowledged', n)
	})
	for (const step of ['acknowledged', 'heard', 'stored', 'alert'] as const) await steps.all(step)
	await Promise.all([device, program, screen].map((client) => client.endAsync()))
	return steps.summary()
}
