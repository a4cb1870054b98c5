import { Channels } from '../../shared/contract/alert/channel.ts'
import type { ChannelTestView } from '../../shared/contract/alert/channelTest.ts'
import { type ChannelHealth, ChannelsHealth } from '../../shared/contract/alert/outbox.ts'
import { failureWords } from '../../shared/domain/alert/failureWords.ts'

const HOUR = 3_600_000
const ago = (hours: number): string => new Date(Date.now() - hours * HOUR).toISOString()

/** Beside the channels of the demo a robot that was taken out of its group, and loudspeakers that are paused. */
export const moreChannels = (real: unknown) => ({
	channels: [
		...Channels.parse(real).channels,
		{
			...{ kind: 'wecom', id: 'qinglong-group', name: '青龙村院落长群', for: { village: 'qinglong' } },
			...{ secret: '/green-courtyard/channels/qinglong-group', languages: ['zh'], from: 'minor', isPaused: false },
			rungs: ['courtyard', 'party-group'],
		},
		{
			...{ kind: 'mqtt', id: 'speakers', name: '全镇大喇叭', for: { township: 'jianshe' } },
			...{ languages: ['zh'], from: 'critical', isPaused: true },
		},
	],
})

export const channelTroubles = (real: unknown) => {
	const quiet = { failingSince: null, nextTryAt: null, lastError: null, lastFailure: null, waiting: 0, givenUp: null }
	const gone = 'WeCom errcode 93000: invalid webhook url'
	const troubles: ChannelHealth[] = [
		{
			...{ id: 'qinglong-group', name: '青龙村院落长群', kind: 'wecom', status: 'failing' },
			...{ lastSuccessAt: ago(60), failingSince: ago(50), nextTryAt: ago(-0.5), lastError: gone, waiting: 7 },
			lastFailure: { at: ago(0.4), reason: failureWords(gone) },
			givenUp: { news: 12, at: ago(20) },
		},
		{ ...quiet, id: 'speakers', name: '全镇大喇叭', kind: 'mqtt', status: 'paused', lastSuccessAt: ago(300) },
	]
	return { channels: [...ChannelsHealth.parse(real).channels, ...troubles] }
}

export const testFailed = (): ChannelTestView => {
	const error = 'alerts.example.org did not answer within 5 s'
	return { status: 'failed', at: ago(0), courtyard: null, reason: failureWords(error), error }
}
