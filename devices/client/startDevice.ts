import { DeviceConfig } from '../../shared/contract/registry/deviceConfig.ts'
import type { Values } from '../../shared/contract/telemetry/measurand.ts'
import { clockCheck } from './clockCheck.ts'
import { connectDevice, type DeviceClient, type DeviceOptions } from './connectDevice.ts'
import { readJsonFile, writeJsonFile } from './jsonFile.ts'
import { openOutbox } from './outbox/openOutbox.ts'
import { startReporter } from './reporting/reporter.ts'
import { openShelf, PACKS } from './reporting/shelf.ts'
import { openShadowConfig } from './shadow/shadowConfig.ts'
import { openUplink } from './uplink.ts'

export type RunningDevice = {
	/** What it is set to now. */
	readonly config: DeviceConfig
	/** Readings and messages on the disk that the broker has not acknowledged. */
	readonly waiting: number
	/** Seconds by which its clock is fast or slow, once that is known to be more than the limit. */
	readonly clockOffBySeconds: number | undefined
	stop(): Promise<void>
}

export type StartOptions = {
	connection: Omit<DeviceOptions, 'onTrouble'>
	/** Files in which it keeps what is not sent yet, and what it is set to. */
	files: { outbox: string; config: string }
	/** What the sensor shows now, not calibrated yet. */
	measure: () => Promise<Values>
	/** As it came from the factory. */
	standard: DeviceConfig
	/** Readings in a message while it is connected. After an outage they go in packs whatever this says. Default 1. */
	packOf?: number
	/** Bytes of what is not sent yet, at most; then the oldest readings make room. Default 20 MB. */
	maxBytes?: number
	/** How far off the clock may be, ms. Default one minute. */
	clockLimitMs?: number
	trouble: (what: string) => void
	now?: () => number
}

/** Bytes of a pack: AWS IoT counts messages by 5 KB begun. */
const maxPackBytes = 5 * 1024
/** More than fit into `maxPackBytes`, whatever they hold. */
const afterOutage = 500
/** The clock is looked at, and the configuration with it, at least so often. */
const refreshEveryMs = 86_400_000

/**
 * A device or a gateway with a sensor of its own: reads, keeps on the disk, sends what the broker has not acknowledged, and
 * lets itself be configured by its shadow. Goes on without the broker.
 * @throws Error in words where its files cannot be used
 */
export const startDevice = async (options: StartOptions): Promise<RunningDevice> => {
	const { connection, files, measure, standard, packOf = 1, maxBytes = 20_000_000, trouble, now = Date.now } = options
	let config = (await readJsonFile(files.config, DeviceConfig)) ?? standard
	const outbox = openOutbox(files.outbox, { maxBytes, now })
	const shelf = openShelf(outbox, {
		packOf: afterOutage,
		maxPackBytes,
		lost: (readings) => trouble(`no room on the disk: the ${readings} oldest readings were let go`),
	})
	const clock = clockCheck(options.clockLimitMs ?? 60_000, (off) =>
		trouble(
			off === undefined ? 'the clock is right again' : `the clock is ${Math.abs(off)} s ${off > 0 ? 'fast' : 'slow'}`,
		),
	)
	let sinceClosed = 0
	const send = (): void => {
		const isDue = uplink.connected && sinceClosed >= packOf
		shelf.close(isDue ? 'all' : 'full')
		if (isDue) sinceClosed = 0
		uplink.wake()
	}
	let refresh: NodeJS.Timeout | undefined
	const listen = async (client: DeviceClient): Promise<void> => {
		const shadow = await openShadowConfig({
			...{ thing: connection.clientId, link: client, standard, clock, trouble, now },
			inForce: () => config,
			apply: async (next) => {
				await writeJsonFile(files.config, next)
				config = next
				reporter.reconfigured()
			},
		})
		client.onReconnect(() => void shadow.refresh())
		refresh = setInterval(() => void shadow.refresh(), refreshEveryMs)
		await shadow.refresh()
	}
	const sendKept = (): void => {
		sinceClosed = packOf
		send()
	}
	const uplink = openUplink({
		outbox,
		lane: PACKS,
		format: 'json',
		connect: () => connectDevice({ ...connection, onTrouble: trouble }),
		trouble,
		onConnected: (client) => {
			client.onReconnect(sendKept)
			sendKept()
			listen(client).catch((cause: Error) => trouble(cause.message))
		},
		...(connection.random === undefined ? {} : { random: connection.random }),
	})
	const reporter = startReporter({
		...{ id: connection.clientId, measure, shelf, trouble, now },
		config: () => config,
		ready: () => {
			sinceClosed += 1
			send()
		},
	})
	return {
		get config() {
			return config
		},
		get waiting() {
			return outbox.count
		},
		get clockOffBySeconds() {
			return clock.offBySeconds
		},
		stop: async () => {
			clearInterval(refresh)
			await reporter.stop()
			await uplink.stop()
			outbox.close()
		},
	}
}
