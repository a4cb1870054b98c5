import { Channel, Channels } from '../../shared/contract/alert/channel.ts'
import { township } from './courtyards.ts'
import type { Running } from './options.ts'

type Receiver = NonNullable<Running['receiver']>

/** Two ways to tell the township, both to the local receiver: as a program would be told, and as a chat group would. */
const channelsTo = ({ url, secrets }: Receiver): Channel[] => {
	const common = { for: { township: township.id }, isPaused: false } as const
	const [duty, group] = [`${township.name.zh}值班室`, `${township.name.zh}环境工作群`]
	return [
		{
			...common,
			...{ kind: 'webhook', id: 'duty-room', name: duty, from: 'minor', languages: ['zh', 'en'] },
			...{ url: `${url}/webhook/${encodeURIComponent(duty)}`, secret: secrets.webhook },
		},
		{
			...common,
			...{ kind: 'wecom', id: 'wecom-group', name: group, from: 'major', languages: ['zh'] },
			...{ url: `${url}/wecom/${encodeURIComponent(group)}`, secret: secrets.wecom },
		},
	]
}

/**
 * Sets up the channels of the township as its staff would, unless there are some: whoever changed them keeps his own. Only
 * what leads to a receiver that has moved to another port is led after it. Throws with the answer when they are refused.
 */
export const setUpChannels = async (apiUrl: string, token: string, receiver: Receiver): Promise<void> => {
	const call = async (init: RequestInit): Promise<unknown> => {
		const response = await fetch(`${apiUrl.replace(/\/$/, '')}/channels`, {
			...init,
			headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
			signal: AbortSignal.timeout(30_000),
		})
		const answer = await response.text()
		if (!response.ok) throw new Error(`the channels were refused (${response.status}): ${answer.slice(0, 500)}`)
		return JSON.parse(answer)
	}
	const known = Channels.parse(await call({})).channels
	const ours = channelsTo(receiver)
	const wanted = known.length === 0 ? ours : known.map((channel) => movedWith(channel, ours))
	if (known.length > 0 && wanted.every((channel, i) => channel === known[i])) return
	await call({ method: 'PUT', body: JSON.stringify({ channels: wanted }) })
}

const movedWith = (channel: Channel, ours: readonly Channel[]): Channel => {
	const moved = urlOf(ours.find(({ id }) => id === channel.id))
	const url = urlOf(channel)
	const isMoved = url !== undefined && moved !== undefined && url !== moved && pathOf(url) === pathOf(moved)
	return isMoved ? Channel.parse({ ...channel, url: moved }) : channel
}

const urlOf = (channel: Channel | undefined): string | undefined =>
	channel !== undefined && 'url' in channel ? channel.url : undefined
const pathOf = (url: string): string => new URL(url).pathname
