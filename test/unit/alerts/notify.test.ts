import { describe, expect, test } from 'vitest'
import type { Channel } from '../../../shared/contract/alert/channel.ts'
import { NotifyBench, robot } from '../../doubles/notifyBench.ts'
import { RAISED } from '../../doubles/tasks.ts'

const MINUTE = 60_000
const HOUR = 3_600_000
const LATER = RAISED + MINUTE
const clock = { kind: 'machine', id: 'clock' } as const
const webhook: Channel = {
	...robot,
	kind: 'webhook',
	id: 'hook',
	url: 'https://example.org/',
	for: { township: 'town' },
}
const ofPerson = (person: string, id = person): Channel => ({ ...robot, id, for: { person } })

test('a task is told once to each channel for its courtyard, its village and its township', async () => {
	const elsewhere: Channel = { ...robot, id: 'elsewhere', for: { courtyard: 'yard-2' } }
	const village: Channel = { ...robot, id: 'village', for: { village: 'village-1' } }
	const bench = new NotifyBench(LATER, [robot, webhook, elsewhere, village])
	const task = await bench.raise()
	for (let minute = 0; minute < 5; minute += 1) await bench.runAt(LATER + minute * MINUTE)
	expect(bench.received.map(({ channel }) => channel).sort()).toEqual(['hook', 'robot', 'village'])
	expect(bench.keys()).toEqual([`${task.id}:raised`])
})

test('1,000 alarms within a minute are a few messages, and none is left out', async () => {
	const bench = new NotifyBench(RAISED)
	for (let i = 0; i < 1000; i += 1) await bench.raise({ device: `toilet-${i}`, onset: RAISED + (i % 60) * 1000 })
	for (let minute = 1; minute <= 10; minute += 1) await bench.runAt(RAISED + minute * MINUTE)
	expect(bench.received.length).toBeLessThanOrEqual(3)
	expect(new Set(bench.keys()).size).toBe(1000)
	expect(bench.keys()).toHaveLength(1000)
})

test('two runs at once tell it once', async () => {
	const bench = new NotifyBench(LATER)
	await bench.raise()
	await Promise.all([bench.run(), bench.run(), bench.run()])
	expect(bench.received).toHaveLength(1)
})

test('a note of what the channels have does not get in the way of whoever acts on the task', async () => {
	const bench = new NotifyBench(LATER)
	const { id, version } = await bench.raise()
	await bench.run()
	expect(bench.tasks.tasks.get(id)).toMatchObject({ version, handedOn: 'raised' })
})

describe('what happens next', () => {
	test('is told as other news, and how it ended to those who heard of it', async () => {
		const bench = new NotifyBench(LATER)
		const task = await bench.raise()
		await bench.run()
		const data = { fromRung: 'courtyard', rung: 'party-group', because: 'not-acknowledged' }
		const escalation = { rung: 'party-group', since: RAISED + HOUR, steps: 1 }
		await bench.becomes(task, { escalation }, { at: RAISED + HOUR, actor: clock, type: 'escalated', data })
		const late: Channel = { ...robot, id: 'late' }
		bench.channels.channels = [robot]
		await bench.runAt(RAISED + HOUR + MINUTE)
		bench.channels.channels = [robot, late]
		const cleared = { at: RAISED + 2 * HOUR, actor: clock, type: 'verified', from: 'raised', to: 'verified' } as const
		await bench.becomes(task, { state: 'verified' }, cleared)
		await bench.runAt(RAISED + 2 * HOUR + MINUTE)
		expect(bench.keys()).toEqual([`${task.id}:raised`, `${task.id}:escalated-1`, `${task.id}:cleared-1`])
		expect(bench.keys('late')).toEqual([])
		expect(bench.received.at(-1)?.message.text.zh).toContain('已恢复')
	})

	test('before anybody was told is not told at all', async () => {
		const bench = new NotifyBench(LATER)
		bench.answers.set('robot', { is: 'failed', error: 'down' })
		const task = await bench.raise()
		await bench.run()
		bench.answers.clear()
		const cleared = { at: LATER, actor: clock, type: 'verified', from: 'raised', to: 'verified' } as const
		await bench.becomes(task, { state: 'verified' }, cleared)
		for (let minute = 2; minute < 10; minute += 1) await bench.runAt(RAISED + minute * MINUTE)
		expect(bench.received).toEqual([])
	})

	test('to what nobody takes up is that it is said again every four hours, until somebody does', async () => {
		const bench = new NotifyBench(LATER)
		const task = await bench.raise({ severity: 'critical' })
		await bench.run()
		for (let hour = 1; hour <= 9; hour += 1) await bench.runAt(LATER + hour * HOUR)
		expect(bench.keys()).toEqual(['raised', 'raised+1', 'raised+2'].map((news) => `${task.id}:${news}`))
		expect(bench.received[1]?.message.text.zh).toContain('第1次提醒')
		const event = { at: LATER + 9 * HOUR, actor: clock, type: 'acknowledged', to: 'acknowledged' } as const
		await bench.becomes(task, { state: 'acknowledged' }, event)
		await bench.runAt(LATER + 14 * HOUR)
		expect(bench.keys()).toHaveLength(3)
	})
})

describe('a channel that fails', () => {
	test('does not keep the others waiting, and shows since when and why', async () => {
		const bench = new NotifyBench(LATER, [robot, webhook])
		bench.answers.set('robot', { is: 'failed', error: 'WeCom errcode 93000: invalid webhook url' })
		await bench.raise()
		const report = await bench.run()
		expect(bench.received.map(({ channel }) => channel)).toEqual(['hook'])
		expect(report).toMatchObject({ failed: [], failing: [{ channel: 'robot' }] })
		expect(await bench.states.get('robot')).toMatchObject({
			failingSince: LATER,
			lastError: 'WeCom errcode 93000: invalid webhook url',
			waiting: 1,
		})
	})

	test('is tried again later and later, and what it missed goes out once it works', async () => {
		const tries: number[] = []
		const bench = new NotifyBench(LATER, [robot], async (name) => {
			if (name === 'send') tries.push((bench.now - LATER) / MINUTE)
		})
		bench.answers.set('robot', { is: 'failed', error: 'down' })
		const task = await bench.raise()
		for (let minute = 0; minute < 40; minute += 1) await bench.runAt(LATER + minute * MINUTE)
		expect(tries).toEqual([0, 1, 3, 7, 15, 31])
		bench.answers.clear()
		await bench.runAt(LATER + 70 * MINUTE)
		expect(bench.keys()).toEqual([`${task.id}:raised`])
		expect(await bench.states.get('robot')).toMatchObject({ failures: 0, waiting: 0 })
		expect((await bench.states.get('robot'))?.failingSince).toBeUndefined()
	})
})

describe('the person in charge', () => {
	const wang = { id: 'wang', name: '王芳' }
	const li = { id: 'li', name: '李四' }
	const deputies = [{ person: li, from: '2026-11-24', until: '2026-11-25' }]

	test('is stood in for by a deputy on his days, and gets the alerts back by himself', async () => {
		const bench = new NotifyBench(LATER, [ofPerson('wang'), ofPerson('li')])
		bench.inCharge({ person: wang, deputies })
		for (const day of [0, 1, 2, 3]) {
			const onset = RAISED + day * 24 * HOUR
			await bench.raise({ onset })
			await bench.runAt(onset + MINUTE)
		}
		const news = bench.received.filter(({ message }) => message.news.some(({ news }) => news === 'raised'))
		expect(news.map(({ channel }) => channel)).toEqual(['wang', 'li', 'li', 'wang'])
		expect(news.map(({ message }) => message.text.zh.split('\n').at(-1))).toEqual([
			'负责人：王芳',
			'负责人：李四',
			'负责人：李四',
			'负责人：王芳',
		])
	})

	test('with two channels is told once, by the one that works', async () => {
		const bench = new NotifyBench(LATER, [ofPerson('wang', 'first'), ofPerson('wang', 'second')])
		bench.inCharge({ person: wang, deputies: [] })
		bench.answers.set('first', { is: 'failed', error: 'down' })
		const task = await bench.raise()
		await bench.run()
		const other = await bench.raise({ onset: RAISED + MINUTE })
		await bench.runAt(LATER + 5 * MINUTE)
		bench.answers.clear()
		await bench.runAt(LATER + 30 * MINUTE)
		expect(bench.received.map(({ channel, message }) => [channel, message.news[0]?.task])).toEqual([
			['second', other.id],
			['first', task.id],
		])
	})
})

test('a rung of the ladder has channels of its own', async () => {
	const bench = new NotifyBench(LATER, [
		{ ...robot, rungs: ['courtyard'] },
		{ ...robot, id: 'branch', rungs: ['party-branch'] },
	])
	await bench.raise()
	await bench.run()
	expect(bench.received.map(({ channel }) => channel)).toEqual(['robot'])
})

test('what is shelved waits until its shelf ends', async () => {
	const bench = new NotifyBench(LATER)
	await bench.raise()
	const shelf = { id: 's', device: 'toilet-1', rule: '*', from: 0, until: LATER + MINUTE, by: '王芳', reason: '清洗' }
	bench.registry = { ...bench.registry, shelves: [shelf] }
	await bench.run()
	expect(bench.received).toEqual([])
	await bench.runAt(LATER + MINUTE)
	expect(bench.received).toHaveLength(1)
})
