import { once } from 'node:events'
import { connect } from 'node:net'
import { frameScanner } from '../../../devices/codecs/hj212/scanner.ts'
import { frameOf } from '../../unit/devices/codecs/hj212/frames.ts'

export type Station = {
	/** Request numbers that were acknowledged. */
	readonly acknowledged: ReadonlySet<string>
	/** Sends a frame; its request number. */
	say(data: string): string
	write(bytes: string): void
	/** Resolves when the other side is gone. */
	readonly gone: Promise<unknown>
	end(): void
}

let sent = 0

/** A station as it stands in the field: it says, and notes what was acknowledged. */
export async function callGateway(port: number): Promise<Station> {
	const socket = connect(port, '127.0.0.1')
	socket.on('error', () => {})
	await once(socket, 'connect')
	const acknowledged = new Set<string>()
	const scanner = frameScanner()
	socket.on('data', (bytes) => {
		for (const found of scanner.feed(bytes)) {
			const qn = 'segment' in found ? /^QN=(\d+);ST=91;CN=9014;/.exec(found.segment)?.[1] : undefined
			if (qn !== undefined) acknowledged.add(qn)
		}
	})
	return {
		acknowledged,
		gone: new Promise((resolve) => socket.once('close', resolve)),
		say: (data) => {
			sent += 1
			const qn = `20260801${String(sent).padStart(9, '0')}`
			socket.write(frameOf(data, { qn }), 'latin1')
			return qn
		},
		write: (bytes) => void socket.write(bytes, 'latin1'),
		end: () => socket.destroy(),
	}
}
