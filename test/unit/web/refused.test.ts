import { expect, test } from 'vitest'
import type { GroupReplay, GroupReplayView } from '../../../shared/contract/telemetry/quarantineViews.ts'
import type { Answer } from '../../../web/data/request.ts'
import { payloadOf } from '../../../web/desk/data/payload.ts'
import { type RefusedGroup, reasonCounts, shownGroups } from '../../../web/desk/data/refusedGroups.ts'
import { type Replayed, replayAll } from '../../../web/desk/data/replayAll.ts'

const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64')

test('a payload that is JSON is set out in lines, other text stays as it is', () => {
	expect(payloadOf(base64('{"fill":"满"}')).text).toBe('{\n  "fill": "满"\n}')
	expect(payloadOf(base64('{')).text).toBe('{')
	expect(payloadOf(base64('{"fill":7}'), 4)).toMatchObject({ text: '{"fi', left: 6 })
})

test('a payload of bytes is shown in rows of sixteen, and says how much is left out', () => {
	const bytes = Uint8Array.from({ length: 20 }, (_, i) => i)
	expect(payloadOf(base64(bytes))).toEqual({
		text: undefined,
		hex: '0000  00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f\n0010  10 11 12 13',
		left: 0,
		kept: 20,
	})
	expect(payloadOf(base64(bytes), 16).left).toBe(4)
	expect(payloadOf(base64(Uint8Array.of(0xff, 0xfe))).text).toBeUndefined()
})

const group = (device: string, reason: RefusedGroup['reason'], messages: number, open: number): RefusedGroup => ({
	device,
	reason,
	messages,
	open,
	firstAt: '',
	lastAt: '',
	example: '',
	text: { zh: '', en: '' },
})

test('what was replayed is shown only when asked for; filters narrow by reason and device', () => {
	const groups = [group('a', 'empty', 3, 0), group('a', 'not-json', 2, 2), group('b', 'not-json', 4, 1)]
	const shown = (filter: object) =>
		shownGroups(groups, { show: '', reason: '', device: '', ...filter }).map(({ messages }) => messages)
	expect(shown({})).toEqual([2, 4])
	expect(shown({ show: 'all' })).toEqual([3, 2, 4])
	expect(shown({ reason: 'not-json', device: 'b' })).toEqual([4])
	expect(reasonCounts(groups)).toEqual([
		{ reason: 'not-json', count: 6 },
		{ reason: 'empty', count: 3 },
	])
})

const of = { device: 'a', reason: 'unregistered' } as const
const page = (replayed: number, next?: string): Answer<GroupReplayView> => ({
	is: 'ready',
	value: { replayed, impossible: [], ...(next ? { next } : {}) },
	tag: null,
})

test('a replay goes on page by page from where the one before ended, and tells how far it is', async () => {
	const pages = [page(500, 'p1'), page(500, 'p2'), page(7)]
	const sent: GroupReplay[] = []
	const told: number[] = []
	const all = await replayAll(
		async (body) => {
			sent.push(body)
			return pages[sent.length - 1] ?? { is: 'offline' }
		},
		of,
		({ done }) => told.push(done),
	)
	expect(sent).toEqual([of, { ...of, before: 'p1' }, { ...of, before: 'p2' }])
	expect(told).toEqual([500, 1000, 1007])
	expect(all).toEqual({ done: 1007, impossible: [] })
})

test('a replay that breaks off says what is done and why', async () => {
	const answers: Answer<GroupReplayView>[] = [page(500, 'p1'), { is: 'offline' }]
	const all: Replayed = await replayAll(
		async () => answers.shift() ?? { is: 'unchanged' },
		of,
		() => undefined,
	)
	expect(all).toEqual({ done: 500, impossible: [], failure: { is: 'offline' } })
})
