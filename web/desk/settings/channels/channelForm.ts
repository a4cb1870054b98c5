import type { Channel } from '../../../../shared/contract/alert/channel.ts'
import type { Answer } from '../../../data/request.ts'

export type ChannelKind = Channel['kind']

/** A channel as it is typed. `rungs`: ids with commas between; empty: all. */
export type ChannelForm = Record<
	'kind' | 'name' | 'url' | 'secret' | 'topic' | 'audience' | 'place' | 'from' | 'languages' | 'rungs',
	string
>

/** Where the secrets of channels are kept. */
const SECRETS = '/green-courtyard/channels/'

/** A new channel: for the whole township, everything, in Chinese. */
export const freshForm = (id: string, township: string): ChannelForm => ({
	kind: 'wecom',
	name: '',
	url: '',
	secret: SECRETS + id,
	topic: '',
	audience: 'township',
	place: township,
	from: 'minor',
	languages: 'zh',
	rungs: '',
})

export const formOf = (channel: Channel): ChannelForm => {
	const [[audience, place] = ['township', '']] = Object.entries(channel.for)
	return {
		kind: channel.kind,
		name: channel.name,
		url: ('url' in channel ? channel.url : undefined) ?? '',
		secret: 'secret' in channel ? channel.secret : SECRETS + channel.id,
		topic: channel.kind === 'sns' ? channel.topic : '',
		audience,
		place,
		from: channel.from,
		languages: channel.languages.join(','),
		rungs: (channel.rungs ?? []).join(','),
	}
}

/** What was typed as the API takes it; what is wrong with it the API says by field. */
export const channelOf = (id: string, form: ChannelForm, isPaused: boolean): Record<string, unknown> => {
	const { kind, name, audience, place, from } = form
	const url = form.url.trim()
	const secret = form.secret.trim()
	return {
		...{ id, kind, name, from, isPaused },
		for: { [audience]: place },
		languages: form.languages.split(','),
		...(form.rungs === '' ? {} : { rungs: form.rungs.split(',') }),
		...(kind === 'webhook' ? { url, secret } : {}),
		...(kind === 'wecom' ? { secret, ...(url === '' ? {} : { url }) } : {}),
		...(kind === 'sns' ? { topic: form.topic.trim() } : {}),
	}
}

/** A name that no channel has: `channel-3`. */
export const newId = (channels: readonly Pick<Channel, 'id'>[]): string => {
	let number = channels.length + 1
	while (channels.some(({ id }) => id === `channel-${number}`)) number += 1
	return `channel-${number}`
}

/** The list with one channel put in place of the one of its id, or behind all. */
export const withChannel = (channels: readonly Channel[], wanted: { id?: unknown }): unknown[] =>
	channels.some(({ id }) => id === wanted.id)
		? channels.map((one) => (one.id === wanted.id ? wanted : one))
		: [...channels, wanted]

/** Ids with one added, or taken away where it was among them. */
export const toggled = (ids: string, id: string): string => {
	const list = ids === '' ? [] : ids.split(',')
	return (list.includes(id) ? list.filter((one) => one !== id) : [...list, id]).join(',')
}

/** A refusal of the list names `channels.2.url`; the form of one channel knows it as `url`, and `for` as its place. */
export const byField = <T>(answer: Answer<T>): Answer<T> => {
	if (answer.is !== 'refused' || !answer.problem.errors) return answer
	const errors = answer.problem.errors.map((error) => {
		const [, name = error.field] = /^channels\.\d+\.(\w+)/.exec(error.field) ?? []
		return { ...error, field: name === 'for' ? 'place' : name }
	})
	return { ...answer, problem: { ...answer.problem, errors } }
}
