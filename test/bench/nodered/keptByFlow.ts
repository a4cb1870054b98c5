import { setTimeout as wait } from 'node:timers/promises'
import type { Publish } from './flood.ts'
import type { FlowState, NodeRed } from './nodeRed.ts'
import type { Sent } from './orders.ts'
import type { PeerTable } from './peerTable.ts'
import { type FlowFacts, flowFacts } from './wrongFacts.ts'

/** So long nothing new, and nothing more will come. */
const SETTLED_MS = 4000
const PATIENCE_MS = 240_000

export type FlowRun = { red: NodeRed; table: PeerTable; publish: Publish; messages: readonly Sent[]; isKilled: boolean }

/**
 * What the flow has kept of messages that are sent to it as fast as the broker takes them; where it is killed, with
 * SIGKILL when a quarter of them is stored, and started again at once.
 */
export async function keptByFlow({ red, table, publish, messages, isKilled }: FlowRun): Promise<FlowFacts> {
	const sent = Promise.all(messages.map(({ device, payload }) => publish(device, payload)))
	if (isKilled) {
		while ((await table.readings()) < messages.length / 4) await wait(50)
		await red.end('SIGKILL')
	}
	await sent
	if (isKilled) await red.start()
	const { open } = await settled(red)
	return flowFacts(await table.items(), open)
}

/** Resolves when it has stored all that it has taken, and takes no more. @throws when it does not within four minutes */
async function settled(red: NodeRed): Promise<FlowState> {
	let before: FlowState | undefined
	for (const since = Date.now(); Date.now() - since < PATIENCE_MS; await wait(SETTLED_MS)) {
		const now = await red.state()
		if (now && now.taken === now.stored && now.taken === before?.taken) return now
		before = now
	}
	throw new Error('Node-RED has not stored what it has taken after four minutes')
}
