import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { allowance } from './allowance.ts'
import type { GatewayConfig } from './config.ts'
import { type Conversation, conversation } from './conversation.ts'

type Parts = Parameters<typeof conversation>[1] & {
	listen: GatewayConfig['listen']
	limits: GatewayConfig['limits']
	/** Told what went wrong, with whom. */
	trouble: (who: string, what: string) => void
}

export type StationServer = { readonly port: number; close(): Promise<void> }

/** Of a station that vanished without a word the network is asked after so long. */
const PROBE_MS = 60_000

/**
 * Listens for stations. At most so many connections at once: where there is no room, the one that has been open longest
 * without a station having spoken makes some, and where all are stations' the new one is refused. One that says nothing for
 * long is cut off; one that says too much is read more slowly, and so is one that does not read its acknowledgements.
 * @throws when nobody can listen there
 */
export async function listenForStations({ listen, limits, trouble, ...parts }: Parts): Promise<StationServer> {
	const talks = new Map<Socket, Conversation>()
	const hasRoom = (): boolean => {
		if (talks.size < limits.connections) return true
		for (const [socket, { station }] of talks) {
			if (station !== undefined) continue
			talks.delete(socket)
			socket.destroy()
			return true
		}
		return false
	}
	const server = createServer({ noDelay: true, keepAlive: true, keepAliveInitialDelay: PROBE_MS }, (socket) => {
		const from = socket.remoteAddress ?? ''
		socket.on('error', (error) => trouble(from, error.message))
		if (!hasRoom()) {
			trouble(from, reasons.full)
			socket.destroy()
			return
		}
		const talk = conversation(from, parts)
		const who = (): string => talk.station ?? from
		talks.set(socket, talk)
		socket.on('close', () => talks.delete(socket))
		socket.setTimeout(limits.idleSeconds * 1000, () => {
			trouble(who(), reasons.idle)
			socket.destroy()
		})
		hearOut(socket, talk, limits.bytesPerSecond, (what) => trouble(who(), what))
	})
	server.listen(listen.port, listen.host)
	await once(server, 'listening')
	return {
		port: (server.address() as AddressInfo).port,
		close: async () => {
			const closed = new Promise<void>((resolve) => server.close(() => resolve()))
			for (const socket of talks.keys()) socket.destroy()
			await closed
		},
	}
}

function hearOut(socket: Socket, talk: Conversation, bytesPerSecond: number, trouble: (what: string) => void): void {
	const rate = allowance(bytesPerSecond)
	let paused = 0
	const pause = (resume: (again: () => void) => void): void => {
		paused += 1
		socket.pause()
		resume(() => {
			paused -= 1
			if (paused === 0) socket.resume()
		})
	}
	socket.on('data', (bytes) => {
		const { answers, close, broken } = talk.hear(bytes)
		if (broken > 0) trouble(reasons.broken)
		if (answers.length > 0 && !socket.write(answers.join(''), 'latin1')) {
			pause((again) => socket.once('drain', again))
		}
		if (close) {
			trouble(reasons[close])
			socket.destroySoon()
			return
		}
		const wait = rate.spend(bytes.length)
		if (wait > 0) pause((again) => setTimeout(again, wait).unref())
	})
}

const reasons = {
	full: '连接数已满 / there are too many connections',
	idle: '长时间没有数据，已断开 / said nothing for long and was cut off',
	broken: '数据包有误，等待重发 / frames were broken; they are waited for again',
	garbage: '收到的不是 HJ 212 数据，已断开 / it does not speak HJ 212 and was cut off',
	'unknown-station': '配置中没有这个站点编号，已断开 / its station number is not in the configuration',
	'wrong-password': '密码不对，已断开 / its password is wrong',
	'another-station': '同一连接换了站点编号，已断开 / it spoke for another station on the same connection',
	locked: '密码错误次数过多，暂停十分钟 / wrong passwords too often; not listened to for ten minutes',
	'cannot-keep': '无法保存到磁盘，没有应答 / it could not be kept on the disk, so it was not acknowledged',
} as const
