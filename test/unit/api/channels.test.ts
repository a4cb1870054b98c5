import { describe, expect, test } from 'vitest'
import { channelHealth, putChannels } from '../../../functions/api/alerts/channels.ts'
import { testChannel } from '../../../functions/api/alerts/testChannel.ts'
import { maySee, placed, type Viewer, viewerOf } from '../../../functions/api/http/viewer.ts'
import { Channels } from '../../../shared/contract/alert/channel.ts'
import type { ChannelTest, ChannelTested } from '../../../shared/contract/alert/channelTest.ts'
import { freshState } from '../../../shared/domain/alert/channelState.ts'
import { MemoryChannelBook, MemoryChannelStates } from '../../doubles/memoryOutbox.ts'
import { MemoryTally } from '../../doubles/memoryWall.ts'
import { robot } from '../../doubles/notifyBench.ts'
import { courtyard, fixedRegistry, registryOf } from '../../doubles/township.ts'

const NOW = Date.parse('2026-11-23T06:12:00Z')
const ports = () => ({
	channels: new MemoryChannelBook(robot),
	channelStates: new MemoryChannelStates(),
	registry: { ...fixedRegistry(registryOf()), put: async () => {} },
	now: () => NOW,
})
const hook = {
	kind: 'webhook',
	id: 'hook',
	name: '镇平台',
	for: { township: 'town' },
	secret: '/green-courtyard/channels/hook',
}
const fieldsOf = (...channels: object[]): string[] =>
	(Channels.safeParse({ channels }).error?.issues ?? []).map(({ path }) => path.join('.'))

describe('a channel', () => {
	test.each([
		'http://example.org/alerts',
		'https://wang:secret@example.org/alerts',
		'https://example.org/alerts?token=secret',
		'ftp://example.org/alerts',
		'file:///etc/passwd',
		'http://127.0.0.1.example.org/',
		'http://169.254.169.254/latest',
	])('does not lead to %s', (url) => {
		expect(fieldsOf({ ...hook, url })).toEqual(['channels.0.url'])
	})

	test('leads to an address with TLS, or to a receiver on the same machine', () => {
		expect(fieldsOf({ ...hook, url: 'https://example.org/alerts' })).toEqual([])
		expect(fieldsOf({ ...hook, url: 'http://127.0.0.1:8080/alerts' })).toEqual([])
	})

	test('names its secret and never has it', () => {
		const secret = '693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa'
		expect(fieldsOf({ ...robot, secret })).toEqual(['channels.0.secret'])
		expect(fieldsOf({ ...robot, secret: '/other-service/password' })).toEqual(['channels.0.secret'])
	})

	test('keeps to what is kept for channels: not even the keys of our own links', () => {
		expect(fieldsOf({ ...robot, secret: '/green-courtyard/task-link-keys' })).toEqual(['channels.0.secret'])
	})

	test('shows the key of a robot to nobody but WeCom', () => {
		expect(fieldsOf({ ...robot, url: 'https://example.org/' })).toEqual(['channels.0.url'])
	})

	test('has an id of its own', () => {
		expect(fieldsOf(robot, robot)).toEqual(['channels'])
	})
})

test('a channel is for a place that exists, and a rung of the ladder', async () => {
	const wrong = { ...robot, for: { courtyard: 'nowhere' } }
	expect(await putChannels(ports(), { channels: [robot, wrong] })).toMatchObject({
		status: 400,
		errors: [{ field: 'channels.1.for', message: '"nowhere" does not exist' }],
	})
	expect(await putChannels(ports(), { channels: [{ ...robot, rungs: ['emperor'] }] })).toMatchObject({ status: 400 })
})

test('staff see how each channel does', async () => {
	const of = ports()
	expect(await channelHealth(of)).toMatchObject({ body: { channels: [{ id: 'robot', status: 'unused', waiting: 0 }] } })
	await of.channelStates.put(
		{ ...freshState('robot'), lastSuccessAt: NOW - 60_000, failingSince: NOW, lastError: 'down', waiting: 3 },
		undefined,
	)
	expect(await channelHealth(of)).toEqual({
		status: 200,
		body: {
			channels: [
				{
					id: 'robot',
					name: '桂花院落群',
					kind: 'wecom',
					status: 'failing',
					lastSuccessAt: '2026-11-23T06:11:00.000Z',
					failingSince: '2026-11-23T06:12:00.000Z',
					nextTryAt: null,
					lastError: 'down',
					lastFailure: {
						at: '2026-11-23T06:12:00.000Z',
						reason: { zh: '没有送到：down', en: 'It did not arrive: down' },
					},
					waiting: 3,
					givenUp: null,
				},
			],
		},
	})
})

describe('a test of a channel', () => {
	const admin = viewerOf({ role: 'admin', sub: 'a', name: '陈刚' })
	const desk = (tested: ChannelTested = { is: 'sent' }) => {
		const asked: ChannelTest[] = []
		const channelTester = {
			test: async (one: ChannelTest) => {
				asked.push(one)
				return tested
			},
		}
		return { ...ports(), tally: new MemoryTally(), channelTester, asked }
	}

	test('is sent in the name of whoever asks, and says that it was delivered', async () => {
		const of = desk()
		const at = '2026-11-23T06:12:00.000Z'
		const body = { status: 'delivered', at, courtyard: null, reason: null, error: null }
		expect(await testChannel(of, admin, 'robot')).toEqual({ status: 200, body })
		expect(of.asked).toEqual([{ channel: 'robot', by: '陈刚' }])
	})

	test('that failed is an answer with the reason in plain words, not a fault', async () => {
		const of = desk({ is: 'failed', error: 'example.org answered HTTP 401' })
		expect(await testChannel(of, admin, 'robot')).toMatchObject({
			status: 200,
			body: {
				status: 'failed',
				reason: { zh: expect.stringContaining('密钥') },
				error: 'example.org answered HTTP 401',
			},
		})
	})

	test('of a channel that is not there, or that nobody hears, is refused', async () => {
		expect(await testChannel(desk(), admin, 'nothing')).toMatchObject({ status: 404 })
		expect(await testChannel(desk({ is: 'nowhere' }), admin, 'robot')).toMatchObject({ status: 422 })
	})

	test('can be had ten times an hour, and nothing is sent the eleventh time', async () => {
		const of = desk()
		for (let i = 0; i < 10; i += 1) expect(await testChannel(of, admin, 'robot')).toMatchObject({ status: 200 })
		expect(await testChannel(of, admin, 'robot')).toMatchObject({ status: 429, retryAfter: 48 * 60 })
		expect(of.asked).toHaveLength(10)
	})
})

describe('a deputy', () => {
	const person = { id: 'wang', name: '王芳' }
	const deputies = [{ person: { id: 'li', name: '李四' }, from: '2026-11-23', until: '2026-11-24' }]
	const yards = new Map([['yard-1', { ...courtyard, inCharge: { person, deputies } }]])
	const on = (day: string, sub = 'li', courtyards = ''): Viewer => {
		const viewer = viewerOf({ role: 'head', sub, courtyards })
		return viewer.role === 'head' ? placed(viewer, yards, day) : viewer
	}

	test('has the rights of the courtyard from the first to the last of the days, and no longer', () => {
		const days = ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25']
		expect(days.map((day) => maySee(on(day), 'yard-1'))).toEqual([false, true, true, false])
	})

	test('keeps his own courtyard, and nobody else gets one', () => {
		expect(maySee(on('2026-11-23', 'li', 'yard-2'), 'yard-2')).toBe(true)
		expect(maySee(on('2026-11-23', 'zhao'), 'yard-1')).toBe(false)
		expect(maySee(on('2026-11-23', ''), 'yard-1')).toBe(false)
	})
})
