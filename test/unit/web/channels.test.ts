import { describe, expect, test } from 'vitest'
import { Channel } from '../../../shared/contract/alert/channel.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import type { Answer } from '../../../web/data/request.ts'
import { carried, peopleOf } from '../../../web/desk/settings/channels/carried.ts'
import {
	byField,
	channelOf,
	formOf,
	freshForm,
	newId,
	toggled,
	withChannel,
} from '../../../web/desk/settings/channels/channelForm.ts'
import { robot } from '../../doubles/notifyBench.ts'
import { courtyard, registryOf } from '../../doubles/township.ts'

const known = registryOf()
const wang = { id: 'wang', name: '王芳' }
const li = { person: { id: 'li', name: '李四' }, from: '2026-11-23', until: '2026-11-24' }
const yards = [
	{ ...courtyard, inCharge: { person: wang, deputies: [li] } },
	{ ...courtyard, id: 'yard-2', inCharge: { person: wang, deputies: [] } },
]
const places = { townships: [...known.townships.values()], villages: [...known.villages.values()], courtyards: yards }
const hook = { ...robot, kind: 'webhook', url: 'https://example.org/a' } as const
const topic = 'arn:aws-cn:sns:cn-north-1:123456789012:green-courtyard-duty'

describe('the form of a channel', () => {
	test.each<Channel>([
		robot,
		{ ...robot, url: 'http://127.0.0.1:8080/x', rungs: ['courtyard', 'party-group'] },
		{ ...hook, for: { person: 'wang' }, languages: ['zh', 'en'], isPaused: true },
		Channel.parse({ kind: 'sns', id: 'mail', name: '邮件', for: { township: 'town' }, topic, from: 'critical' }),
		Channel.parse({ kind: 'mqtt', id: 'speaker', name: '喇叭', for: { village: 'village-1' } }),
	])('gives back what a $kind channel had when nothing was typed', (channel) => {
		expect(Channel.parse(channelOf(channel.id, formOf(channel), channel.isPaused))).toEqual(channel)
	})

	test('begins with the whole township, and names a secret after the channel', () => {
		const form = { ...freshForm('channel-2', 'town'), name: '工作群' }
		expect(Channel.parse(channelOf('channel-2', form, false))).toMatchObject({
			for: { township: 'town' },
			secret: '/green-courtyard/channels/channel-2',
			from: 'minor',
		})
	})

	test('does not take along what another kind was asked for', () => {
		const form = { ...formOf(hook), kind: 'mqtt' }
		expect(Object.keys(channelOf('hook', form, false))).not.toEqual(expect.arrayContaining(['url']))
		expect(Channel.safeParse(channelOf('hook', form, false)).success).toBe(true)
	})

	test('has a refusal of the list at its own field', () => {
		const errors = [
			{ field: 'channels.3.url', message: 'https', zh: 'https' },
			{ field: 'channels.3.for', message: 'does not exist', zh: '不存在' },
			{ field: 'channels', message: 'each id once', zh: '不能重复' },
		]
		const answer: Answer<unknown> = {
			is: 'refused',
			problem: { type: 'x', title: 'x', status: 400, zh: { title: '有误' }, errors },
		}
		expect(byField(answer)).toMatchObject({
			problem: { errors: [{ field: 'url' }, { field: 'place' }, { field: 'channels' }] },
		})
	})
})

test('a channel goes into its place in the list, a new one behind all, under an id that nobody has', () => {
	expect(withChannel([robot, hook].slice(0, 1), { id: 'robot' })).toEqual([{ id: 'robot' }])
	expect(withChannel([robot], { id: 'new' })).toEqual([robot, { id: 'new' }])
	expect(newId([])).toBe('channel-1')
	expect(newId([{ id: 'channel-2' }])).toBe('channel-3')
})

test('a rung is chosen and taken back', () => {
	expect([toggled('', 'a'), toggled('a', 'b'), toggled('a,b', 'a'), toggled('a', 'a')]).toEqual(['a', 'a,b', 'b', ''])
})

test('what a channel is for is a sentence with names, in both languages', () => {
	const { ladder } = defaultProfile.triage
	const said = (channel: Channel, language: 'zh' | 'en') => carried(channel, places, ladder, language)
	expect(said({ ...robot, from: 'major' }, 'zh')).toBe(`${courtyard.name.zh}的重要和紧急消息`)
	expect(said({ ...robot, for: { person: 'wang' }, rungs: ['party-group'] }, 'zh')).toBe(
		'王芳负责的院落的全部消息，只在党小组负责时',
	)
	expect(said({ ...robot, for: { village: 'gone' }, from: 'critical' }, 'en')).toBe('gone: urgent news only')
})

test('people who can have a channel are those in charge and their deputies, each once', () => {
	expect(peopleOf(places)).toEqual([wang, li.person])
})
