import type { Channel } from '../../shared/contract/alert/channel.ts'
import { fanOut } from './fanOut.ts'
import type { NotifyPorts } from './ports.ts'
import { sendDue } from './sendDue.ts'
import type { Told } from './told.ts'

export type NotifyReport = {
	/** Tasks whose latest news was given to the channels. */
	handedOn: number
	sent: number
	held: number
	told: Told[]
	/** Channels that could not be reached at their last attempt and are not paused, as of the beginning; absent if unknown. */
	channelsFailing?: number
	/** Channels that answered with an error: those who run them must look, not we. */
	failing: { channel: string; error: string }[]
	/** Faults of ours. */
	failed: { what: string; error: unknown }[]
}

/**
 * Tells people, once a minute: gives the news of tasks to the channels, then sends what is due, all channels side by side.
 * Safe to run twice at once and to be killed anywhere.
 */
export async function notify(ports: NotifyPorts): Promise<NotifyReport> {
	const report: NotifyReport = { handedOn: 0, sent: 0, held: 0, told: [], failing: [], failed: [] }
	const [registry, channels] = await Promise.all([ports.registry.recent(), ports.channels.list()])
	try {
		const failing = await failingAmong(channels, ports)
		report.channelsFailing = channels.filter(({ id, isPaused }) => !isPaused && failing.has(id)).length
		report.handedOn = await fanOut(registry, channels, failing, ports, ports.clock())
	} catch (error) {
		report.failed.push({ what: 'handing news to the channels', error })
	}
	await Promise.all(
		channels.map(async (channel) => {
			try {
				const { sent, held, told, failed } = await sendDue(registry, channel, ports)
				report.sent += sent
				report.held += held
				report.told.push(...told)
				if (failed !== undefined) report.failing.push({ channel: channel.id, error: failed })
			} catch (error) {
				report.failed.push({ what: channel.id, error })
			}
		}),
	)
	return report
}

async function failingAmong(channels: readonly Channel[], { states }: NotifyPorts): Promise<Set<string>> {
	const known = await Promise.all(channels.map(({ id }) => states.get(id)))
	return new Set(known.flatMap((state) => (state?.failingSince === undefined ? [] : [state.channel])))
}
