import { describe, expect, test } from 'vitest'
import { testChannel } from '../../../functions/notify/testChannel.ts'
import type { Channel } from '../../../shared/contract/alert/channel.ts'
import { failureWords } from '../../../shared/domain/alert/failureWords.ts'
import { subjectOf } from '../../../shared/domain/alert/newsWords.ts'
import { testMessage } from '../../../shared/domain/alert/testMessage.ts'
import { NotifyBench, robot } from '../../doubles/notifyBench.ts'
import { RAISED } from '../../doubles/tasks.ts'
import { courtyard, fixedRegistry, registryOf, toilet } from '../../doubles/township.ts'

const LATER = RAISED + 60_000
const speaker: Channel = {
	...{ kind: 'mqtt', id: 'speaker', name: '村广播', for: { village: 'village-1' } },
	...{ languages: ['zh'], from: 'minor', isPaused: false },
}
const tried = (bench: NotifyBench, channel: string) =>
	testChannel(
		{ registry: fixedRegistry(bench.registry), channels: bench.channels, sender: bench, clock: () => bench.now },
		{ channel, by: '王芳' },
	)

describe('a test message', () => {
	test('says that it is one, in both languages, who sent it and when, and asks for nothing', async () => {
		const bench = new NotifyBench(LATER)
		expect(await tried(bench, 'robot')).toEqual({ is: 'sent' })
		const [got] = bench.received
		expect(got?.message).toMatchObject({ isTest: true, news: [] })
		expect(got?.message.text.zh).toMatch(/^【测试】.*不用处理.*\n.*桂花院落群.*\n王芳/)
		expect(got?.message.text.en).toMatch(/^\[Test\].*nothing to do.*\n.*\nSent by 王芳/)
		expect(subjectOf(testMessage(robot, undefined, '王芳', LATER), 'en')).toBe('Green Courtyard: only a test')
	})

	test('leaves tasks, what waits and what is known of the channel as they are', async () => {
		const bench = new NotifyBench(LATER)
		const task = await bench.raise()
		await tried(bench, 'robot')
		expect([bench.tasks.tasks.get(task.id), bench.outbox.entries.size, bench.states.states.size]).toEqual([task, 0, 0])
	})

	test('goes over a paused channel too: it is tried before it is switched on', async () => {
		const bench = new NotifyBench(LATER, [{ ...robot, isPaused: true }])
		expect(await tried(bench, 'robot')).toEqual({ is: 'sent' })
	})

	test('is heard in one courtyard, however many a loudspeaker channel is for', async () => {
		const bench = new NotifyBench(LATER, [speaker])
		const yards = ['yard-3', 'yard-1', 'yard-2'].map((id) => [id, { ...courtyard, id }] as const)
		bench.registry = { ...registryOf(toilet), courtyards: new Map(yards) }
		await tried(bench, 'speaker')
		expect(bench.received.map(({ message }) => message.courtyard)).toEqual(['yard-1'])
	})

	test('goes nowhere where there is no such channel, or no courtyard with a loudspeaker', async () => {
		const bench = new NotifyBench(LATER, [{ ...speaker, for: { village: 'elsewhere' } }])
		expect([await tried(bench, 'speaker'), await tried(bench, 'robot')]).toEqual([{ is: 'nowhere' }, { is: 'nowhere' }])
		expect(bench.received).toEqual([])
	})

	test('that fails says what the receiver said', async () => {
		const bench = new NotifyBench(LATER)
		bench.answers.set('robot', { is: 'failed', error: 'WeCom errcode 93000: invalid webhook url' })
		expect(await tried(bench, 'robot')).toMatchObject({ is: 'failed', error: expect.stringContaining('93000') })
	})
})

test('news that waited too long are given up, and the channel knows how many they were', async () => {
	const bench = new NotifyBench(LATER)
	bench.answers.set('robot', { is: 'failed', error: 'down' })
	await bench.raise()
	await bench.run()
	bench.answers.clear()
	const nextDay = LATER + 25 * 3_600_000
	await bench.runAt(nextDay)
	expect(bench.states.states.get('robot')).toMatchObject({
		givenUp: { news: 1, at: nextDay },
		lastFailure: { at: LATER, error: 'down' },
	})
})

test.each([
	['alerts.example.org did not answer within 5 s', /5 秒内没有应答/],
	['alerts.example.org cannot be reached (ECONNREFUSED)', /连不上 alerts\.example\.org/],
	['alerts.example.org redirects (HTTP 307); give the address it leads to', /最终的地址/],
	['alerts.example.org: only https is allowed', /https/],
	['alerts.example.org answered HTTP 401', /密钥/],
	['alerts.example.org answered HTTP 404', /没有这个接收地址/],
	['alerts.example.org answered HTTP 503', /故障（503）/],
	['alerts.example.org answered HTTP 418', /没有收下/],
	['WeCom errcode 93000: invalid webhook url', /机器人/],
	['WeCom errcode 45009: api freq out of limit', /太多/],
	['WeCom errcode 40058: x', /错误码 40058/],
	['the secret /green-courtyard/channels/robot cannot be read (ParameterNotFound)', /读不到密钥/],
	['SNS: NotFoundException', /主题/],
	['SNS: AuthorizationErrorException', /没有收下/],
	['MQTT: TimeoutError', /大喇叭/],
	['something new', /something new/],
])('“%s” is told in plain words, with what to do', (error, zh) => {
	const words = failureWords(error)
	expect(words.zh).toMatch(zh)
	expect(words.en).not.toMatch(/\p{Script=Han}/u)
})
