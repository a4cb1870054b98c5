import type { Audience, Channel, Channels } from '../../../shared/contract/alert/channel.ts'
import type { ChannelHealth, ChannelState } from '../../../shared/contract/alert/outbox.ts'
import { badRequest, type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import { failureWords } from '../../../shared/domain/alert/failureWords.ts'
import type { Registry } from '../../../shared/ports/registry.ts'
import type { ApiPorts } from '../ports.ts'

type Ports = Pick<ApiPorts, 'channels' | 'channelStates' | 'registry' | 'now'>

/** The channels as they were put. There is no secret in them, only the names of secrets. */
export const listChannels = async ({ channels }: Ports): Promise<Outcome> => ok({ channels: await channels.list() })

/** Puts all channels there are to be. What one is for must exist. */
export async function putChannels({ channels, registry }: Ports, wanted: Channels): Promise<Outcome> {
	const known = await registry.refreshed()
	for (const [i, channel] of wanted.channels.entries()) {
		const missing = missingPlace(known, channel.for)
		if (missing !== undefined)
			return badRequest(`channels.${i}.for`, { zh: `没有“${missing}”`, en: `"${missing}" does not exist` })
		const unknown = channel.rungs?.find((rung) => !known.profile.triage.ladder.some(({ id }) => id === rung))
		if (unknown !== undefined)
			return badRequest(`channels.${i}.rungs`, {
				zh: `没有“${unknown}”这一级`,
				en: `the ladder has no rung "${unknown}"`,
			})
	}
	await channels.replace(wanted.channels)
	return ok({ channels: wanted.channels })
}

function missingPlace({ townships, villages, courtyards }: Registry, audience: Audience): string | undefined {
	if ('township' in audience) return townships.has(audience.township) ? undefined : audience.township
	if ('village' in audience) return villages.has(audience.village) ? undefined : audience.village
	if ('courtyard' in audience) return courtyards.has(audience.courtyard) ? undefined : audience.courtyard
	return undefined
}

/** How each channel does: last success, failing since when and why, what waits. */
export async function channelHealth({ channels, channelStates }: Ports): Promise<Outcome> {
	const all = await channels.list()
	const states = await Promise.all(all.map(({ id }) => channelStates.get(id)))
	return ok({ channels: all.map((channel, i) => healthOf(channel, states[i])) })
}

function healthOf({ id, name, kind, isPaused }: Channel, state: ChannelState | undefined): ChannelHealth {
	const status = isPaused ? 'paused' : state?.failingSince !== undefined ? 'failing' : state ? 'working' : 'unused'
	return {
		id,
		name,
		kind,
		status,
		lastSuccessAt: iso(state?.lastSuccessAt),
		failingSince: iso(state?.failingSince),
		nextTryAt: iso(state?.notBefore),
		lastError: state?.lastError ?? null,
		lastFailure: lastFailureOf(state),
		waiting: state?.waiting ?? 0,
		givenUp: state?.givenUp ? { news: state.givenUp.news, at: new Date(state.givenUp.at).toISOString() } : null,
	}
}

function lastFailureOf(state: ChannelState | undefined): ChannelHealth['lastFailure'] {
	// A state from before failures were kept has only the one it is in.
	const { failingSince: at, lastError: error } = state ?? {}
	const last = state?.lastFailure ?? (at !== undefined && error !== undefined ? { at, error } : undefined)
	return last ? { at: new Date(last.at).toISOString(), reason: failureWords(last.error) } : null
}

const iso = (at: number | undefined): string | null => (at === undefined ? null : new Date(at).toISOString())
