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

/** Who connects must show within this time that a station speaks. */
const UNKNOWN_MS = 60_000

/**
 * Listens for stations. At most so many connections at once; one that says nothing is cut off, one that says too much is
 * read more slowly, and so is one that does not read its acknowledgements.
 * @throws when nobody can listen there
 */
export async function listenForStations({ listen, limits, trouble, ...parts }: Parts): Promise<StationServer> {
	const sockets = new Set<Socket>()
	const server = createServer({ noDelay: true, keepAlive: true }, (socket) => {
		sockets.add(socket)
		const from = socket.remoteAddress ?? ''
		const talk = conversation(from, parts)
		const who = (): string => talk.station ?? from
		const unknown = setTimeout(() => talk.station ?? socket.destroy(), UNKNOWN_MS)
		socket.setTimeout(limits.idleSeconds * 1000, () => {
			trouble(who(), '长时间没有数据，已断开 / said nothing for long and was cut off')
			socket.destroy()
		})
		socket.on('error', (error) => trouble(who(), error.message))
		socket.on('close', () => {
			clearTimeout(unknown)
			sockets.delete(socket)
		})
		hearOut(socket, talk, limits.bytesPerSecond, (what) => trouble(who(), what))
	})
	server.maxConnections = limits.connections
	server.on('drop', (data) => trouble(data?.remoteAddress ?? '', '连接数已满 / there are too many connections'))
	server.listen(listen.port, listen.host)
	await once(server, 'listening')
	return {
		port: (server.address() as AddressInfo).port,
		close: async () => {
			const closed = new Promise<void>((resolve) => server.close(() => resolve()))
			for (const socket of sockets) socket.destroy()
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
	broken: '数据包有误，等待重发 / frames were broken; they are waited for again',
	garbage: '收到的不是 HJ 212 数据，已断开 / it does not speak HJ 212 and was cut off',
	'unknown-station': '配置中没有这个站点编号，已断开 / its station number is not in the configuration',
	'wrong-password': '密码不对，已断开 / its password is wrong',
	'another-station': '同一连接换了站点编号，已断开 / it spoke for another station on the same connection',
	locked: '密码错误次数过多，暂停十分钟 / wrong passwords too often; not listened to for ten minutes',
	'cannot-keep': '无法保存到磁盘，没有应答 / it could not be kept on the disk, so it was not acknowledged',
} as const
