import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Severity } from '../../../shared/contract/task/severity.ts'
import { freshState } from '../../../shared/domain/alert/channelState.ts'
import { type Pending, type PlanConfig, planMessages } from '../../../shared/domain/alert/planMessages.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'

/** A quarter past two in the afternoon, Asia/Shanghai. */
const NOW = Date.parse('2026-11-23T06:15:00Z')
const SECOND = 1000
const MINUTE = 60_000
const HOUR = 3_600_000
const quiet = freshState('robot')
const config = (kind: PlanConfig['kind'] = 'wecom', isPaused = false): PlanConfig => ({
	...defaultProfile,
	kind,
	isPaused,
})
const news = (task: string, change: Partial<Pending> = {}): Pending => ({
	task,
	news: 'raised',
	recipient: 'channel:robot',
	courtyard: 'yard-1',
	severity: 'major',
	at: NOW - MINUTE,
	...change,
})
const toldOf = (day: string, messages: number, courtyards: Record<string, number> = {}) => ({
	...quiet,
	recipients: { 'channel:robot': { day, messages, courtyards } },
})
const why = (plan: ReturnType<typeof planMessages>) => plan.held.map(({ because }) => because)

describe('news of a courtyard', () => {
	test('go together in one message, however many they are', () => {
		const thousand = Array.from({ length: 1000 }, (_, i) =>
			news(`task-${i}`, { at: NOW - 31 * SECOND - (i % 60) * SECOND }),
		)
		const plan = planMessages(thousand, quiet, config(), NOW)
		expect(plan.messages).toHaveLength(1)
		expect(plan.messages[0]?.entries).toHaveLength(1000)
	})

	test('wait half a minute for others, and then five minutes after the last message', () => {
		const fresh = news('a', { at: NOW - 29 * SECOND })
		expect(planMessages([fresh], quiet, config(), NOW).held).toEqual([
			{ entry: fresh, because: 'group-wait', until: NOW + SECOND },
		])
		expect(planMessages([fresh], quiet, config(), NOW + SECOND).messages).toHaveLength(1)
		const told = toldOf('2026-11-23', 1, { 'yard-1': NOW - 4 * MINUTE })
		expect(why(planMessages([news('a')], told, config(), NOW))).toEqual(['group-interval'])
		expect(planMessages([news('a')], told, config(), NOW + MINUTE).messages).toHaveLength(1)
		expect(planMessages([news('a', { courtyard: 'yard-2' })], told, config(), NOW).messages).toHaveLength(1)
	})

	test('do not wait when one of them is critical, and it is named first', () => {
		const told = toldOf('2026-11-23', 1, { 'yard-1': NOW - SECOND })
		const both = [news('a'), news('fire', { severity: 'critical', at: NOW })]
		expect(planMessages(both, told, config(), NOW).messages[0]?.entries.map(({ task }) => task)).toEqual(['fire', 'a'])
	})
})

describe('at night', () => {
	const NIGHT = Date.parse('2026-11-23T15:00:00Z')
	const MORNING = Date.parse('2026-11-23T23:00:00Z')
	const minor = news('a', { severity: 'minor', at: NIGHT - MINUTE })

	test('minor news wait for the morning, others do not', () => {
		expect(planMessages([minor], quiet, config(), NIGHT).held).toEqual([
			{ entry: minor, because: 'quiet', until: MORNING },
		])
		expect(planMessages([news('b', { at: NIGHT - MINUTE })], quiet, config(), NIGHT).messages).toHaveLength(1)
	})

	test('what waited comes in one digest of all courtyards', () => {
		const other = news('b', { severity: 'minor', at: NIGHT, courtyard: 'yard-2' })
		const plan = planMessages([minor, other], quiet, config(), MORNING)
		expect(plan.messages).toEqual([{ recipient: 'channel:robot', entries: [minor, other] }])
	})

	test('a machine is told at once', () => {
		expect(planMessages([minor], quiet, config('webhook'), NIGHT).messages).toHaveLength(1)
	})
})

describe('limits', () => {
	test('who had his messages of the day gets the rest tomorrow morning, in one, and critical news at once', () => {
		const full = toldOf('2026-11-23', 20)
		const entries = [news('a'), news('b', { courtyard: 'yard-2' }), news('fire', { severity: 'critical' })]
		const plan = planMessages(entries, full, config(), NOW)
		expect(plan.messages.map((message) => message.entries.map(({ task }) => task))).toEqual([['fire']])
		expect(plan.held.map(({ entry, because }) => [entry.task, because])).toEqual([
			['a', 'cap'],
			['b', 'cap'],
		])
		const until = plan.held[0]?.until ?? 0
		expect(new Date(until).toISOString()).toBe('2026-11-23T23:00:00.000Z')
		const digest = planMessages(entries.slice(0, 2), full, config(), until)
		expect(digest.messages).toHaveLength(1)
	})

	test('a WeCom robot gets 20 messages a minute, the worst first', () => {
		const yards = Array.from({ length: 30 }, (_, i) =>
			news(`task-${i}`, { courtyard: `yard-${i}`, severity: i > 25 ? 'critical' : 'major', recipient: `person:${i}` }),
		)
		const state = { ...quiet, lately: [NOW - 2 * MINUTE, NOW - 30 * SECOND] }
		const plan = planMessages(yards, state, config(), NOW)
		expect(plan.messages).toHaveLength(19)
		expect(plan.messages.slice(0, 4).map(({ entries }) => entries[0]?.severity)).toEqual(Array(4).fill('critical'))
		expect(new Set(why(plan))).toEqual(new Set(['rate-limit']))
	})

	test('a channel that failed is left alone for a while', () => {
		expect(why(planMessages([news('a')], { ...quiet, notBefore: NOW + 1 }, config(), NOW))).toEqual(['backing-off'])
		expect(why(planMessages([news('a')], quiet, config('wecom', true), NOW))).toEqual(['paused'])
	})
})

const anyNews = fc.record({
	task: fc.integer({ min: 0, max: 40 }).map((i) => `task-${i}`),
	news: fc.constantFrom('raised', 'escalated-1', 'cleared-1', 'raised+1'),
	recipient: fc.constantFrom('channel:robot', 'person:wang', 'person:li'),
	courtyard: fc.constantFrom('yard-1', 'yard-2', 'yard-3'),
	severity: fc.constantFrom<Severity>('critical', 'major', 'minor'),
	at: fc.integer({ min: 0, max: 30 * HOUR }).map((ago) => NOW - ago),
})
const keyOf = ({ task, news, recipient }: Pending): string => `${task} ${news} ${recipient}`
const pending = fc.uniqueArray(anyNews, { selector: keyOf, maxLength: 60 })
const history = fc.record({
	lately: fc.array(
		fc.integer({ min: 0, max: 2 * MINUTE }).map((ago) => NOW - ago),
		{ maxLength: 25 },
	),
	recipients: fc.dictionary(
		fc.constantFrom('channel:robot', 'person:wang'),
		fc.record({
			day: fc.constantFrom('2026-11-22', '2026-11-23'),
			messages: fc.integer({ min: 0, max: 25 }),
			courtyards: fc.dictionary(
				fc.constantFrom('yard-1', 'yard-2'),
				fc.integer({ min: 0, max: 10 * MINUTE }).map((ago) => NOW - ago),
			),
		}),
	),
})
const anyConfig = fc.constantFrom<PlanConfig['kind']>('wecom', 'webhook', 'sns', 'mqtt').map((kind) => config(kind))
const anyNow = fc.integer({ min: 0, max: 24 * HOUR }).map((later) => NOW + later)

test('every piece of news is in exactly one message of its own recipient, or held with a reason', () => {
	fc.assert(
		fc.property(pending, history, anyConfig, anyNow, (all, before, of, now) => {
			const plan = planMessages(all, before, of, now)
			const told = plan.messages.flatMap(({ entries }) => entries)
			const keys = [...told, ...plan.held.map(({ entry }) => entry)].map(keyOf)
			expect(keys.sort()).toEqual(all.map(keyOf).sort())
			for (const { recipient, courtyard, entries } of plan.messages) {
				expect(entries.length).toBeGreaterThan(0)
				for (const entry of entries) {
					expect(entry.recipient).toBe(recipient)
					if (courtyard !== undefined) expect(entry.courtyard).toBe(courtyard)
				}
			}
			for (const { until } of plan.held) expect(until).toBeGreaterThan(now)
		}),
	)
})

test('the order in which news come does not matter', () => {
	fc.assert(
		fc.property(pending, history, anyConfig, anyNow, fc.integer(), (all, before, of, now, turn) => {
			const turned = all.map((_, i) => all[(i * 7 + Math.abs(turn)) % all.length])
			fc.pre(new Set(turned).size === all.length)
			const shuffled = turned.flatMap((entry) => entry ?? [])
			const sorted = (plan: ReturnType<typeof planMessages>) => ({
				messages: plan.messages,
				held: plan.held.map(({ entry, because, until }) => `${keyOf(entry)} ${because} ${until}`).sort(),
			})
			expect(sorted(planMessages(shuffled, before, of, now))).toEqual(sorted(planMessages(all, before, of, now)))
		}),
	)
})

test('critical news wait for nothing but the channel itself', () => {
	fc.assert(
		fc.property(pending, history, anyConfig, anyNow, (all, before, of, now) => {
			const held = planMessages(all, before, of, now).held.filter(({ entry }) => entry.severity === 'critical')
			for (const { because } of held) expect(because).toBe('rate-limit')
		}),
	)
})
