import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const PATIENCE_MS = 10_000

/** The broker that stands before most Node-RED flows; queues without bound, so that it drops nothing. @throws where it is not installed */
export async function startMosquitto(folder: string, port: number): Promise<{ stop(): Promise<void> }> {
	const file = join(folder, 'mosquitto.conf')
	const lines = [
		...[`listener ${port} 127.0.0.1`, 'allow_anonymous true', 'max_queued_messages 0', 'user root'],
		// Else an acknowledgement of a few bytes may wait 40 ms for more to send.
		'set_tcp_nodelay true',
	]
	await writeFile(file, `${lines.join('\n')}\n`)
	const child = spawn('mosquitto', ['-c', file], { stdio: 'ignore', env: { PATH: `${process.env.PATH}:/usr/sbin` } })
	const ended = once(child, 'exit')
	const failed = once(child, 'error').then(([error]) => {
		throw new Error('Mosquitto cannot be started; is it installed?', { cause: error })
	})
	for (const since = Date.now(); !(await isOpen(port)); ) {
		await Promise.race([wait(100), failed])
		if (Date.now() - since > PATIENCE_MS) throw new Error('Mosquitto does not listen')
	}
	return {
		stop: async () => {
			child.kill('SIGINT')
			await ended
		},
	}
}

const isOpen = (port: number): Promise<boolean> =>
	new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1')
		socket.once('connect', () => {
			socket.destroy()
			resolve(true)
		})
		socket.once('error', () => resolve(false))
	})
