import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { OutboxFull, openOutbox } from '../../../../../devices/client/outbox/openOutbox.ts'
import { frameScanner, writeFrame } from '../../../../../devices/codecs/hj212/scanner.ts'
import { conversation } from '../../../../../devices/gateways/hj212/conversation.ts'
import { doorkeeper } from '../../../../../devices/gateways/hj212/doorkeeper.ts'
import { openIntake } from '../../../../../devices/gateways/hj212/intake.ts'
import { frameOf, MN, TIME, understood } from '../../codecs/hj212/frames.ts'

const bench = ({ outbox = openOutbox(':memory:', { maxBytes: 1e6 }), now = (): number => 0 } = {}) => {
	const ready = vi.fn()
	const failed = vi.fn()
	const intake = openIntake(outbox, { partsMs: 1000, ready, now })
	const door = doorkeeper([{ mn: MN, pw: '123456' }])
	const connect = () => conversation('10.0.0.1', { door, intake, failed })
	const lane = (name: string) => outbox.oldest(name, 100).map(({ payload }) => Buffer.from(payload).toString('latin1'))
	return { outbox, intake, ready, failed, connect, lane }
}
const bytes = (...frames: string[]): Buffer => Buffer.from(frames.join(''), 'latin1')
const answersIn = (texts: readonly string[]): string[] =>
	frameScanner()
		.feed(bytes(...texts))
		.flatMap((found) => ('segment' in found ? (/QN=\d+;ST=91;CN=\d{4}/.exec(found.segment)?.[0] ?? '') : 'broken'))

const at = (minute: number): string => `202608010830${String(minute).padStart(2, '0')}`
const real = (minute: number, qn = `${at(minute)}001`): string => frameOf(`DataTime=${at(minute)};w01001-Rtd=7`, { qn })
const part = (data: string, number: number, of: number, how = {}): string =>
	frameOf(data, { flag: '7', more: `PNUM=${of};PNO=${number};`, ...how })

describe('a frame', () => {
	test('is kept before it is acknowledged, without its password', () => {
		const { connect, lane, ready } = bench()
		const { answers, close } = connect().hear(bytes(real(1)))
		expect(answersIn(answers)).toEqual([`QN=${at(1)}001;ST=91;CN=9014`])
		expect(close).toBeUndefined()
		expect(lane('ready')).toEqual([
			real(1).slice(0, 2) + writeFrame(real(1).slice(6, -6).replace('PW=123456;', '')).slice(2),
		])
		expect(lane('ready')[0]).not.toContain('123456;')
		expect(understood(...lane('ready')).readings).toMatchObject([{ values: { ph: 7 } }])
		expect(ready).toHaveBeenCalledOnce()
	})

	test('that cannot be kept is not acknowledged', () => {
		const { connect, failed } = bench({ outbox: openOutbox(':memory:', { maxBytes: 10 }) })
		expect(connect().hear(bytes(real(1), real(2)))).toEqual({ answers: [], broken: 0, close: 'cannot-keep' })
		expect(failed).toHaveBeenCalledWith(expect.any(OutboxFull))
	})

	test('that is broken is not acknowledged, and the next one is', () => {
		const { connect, lane } = bench()
		const said = connect().hear(bytes(real(1).replace('Rtd=7', 'Rtd=8'), real(2)))
		expect(said).toMatchObject({ broken: 1 })
		expect(answersIn(said.answers)).toHaveLength(1)
		expect(lane('ready')).toHaveLength(1)
	})

	test('of a station with a wrong password is not kept, nor what follows it', () => {
		const { connect, outbox } = bench()
		const talk = connect()
		expect(talk.hear(bytes(frameOf(TIME, { pw: 'x' }), real(1)))).toMatchObject({
			answers: [],
			close: 'wrong-password',
		})
		expect(talk.hear(bytes(real(1)))).toEqual({ answers: [], broken: 0 })
		expect([outbox.count, talk.station]).toEqual([0, undefined])
	})

	test('of which nothing is measured is acknowledged, and takes no room', () => {
		const { connect, outbox } = bench()
		expect(connect().hear(bytes(frameOf('', { cn: '9015', flag: '9' }))).answers).toHaveLength(1)
		expect(outbox.count).toBe(0)
	})

	test('after twenty broken ones in a row the connection is closed', () => {
		expect(
			bench()
				.connect()
				.hear(bytes('##x'.repeat(30))),
		).toMatchObject({ close: 'garbage' })
	})

	test('may be cut by the network anywhere: the same is kept and acknowledged', () => {
		const text = [real(1), 'noise', real(2), part('w01001-', 1, 2), part('Rtd=7', 2, 2), real(3)].join('')
		const whole = bench()
		const all = whole.connect().hear(bytes(text)).answers
		fc.assert(
			fc.property(fc.array(fc.nat(text.length), { maxLength: 5 }), (places) => {
				const { connect, lane } = bench()
				const talk = connect()
				const cuts = [0, ...places.sort((a, b) => a - b), text.length]
				const answers = cuts.slice(1).flatMap((to, i) => talk.hear(bytes(text.slice(cuts[i], to))).answers)
				expect([answers, lane('ready')]).toEqual([all, whole.lane('ready')])
			}),
			{ numRuns: 30 },
		)
	})
})

describe('a packet in parts', () => {
	const pieces = [`${TIME};w01018-Rtd=12`, '.5,w01018-Flag=N;w01001-', 'Rtd=7.2']
	const frames = pieces.map((piece, i) => part(piece, i + 1, 3))

	test('is passed on when it is complete, each part acknowledged for itself', () => {
		const { connect, lane, outbox } = bench()
		const talk = connect()
		for (const frame of [frames[2], frames[0]]) expect(talk.hear(bytes(frame ?? '')).answers).toHaveLength(1)
		expect([lane('ready'), lane('parts')]).toMatchObject([[], { length: 2 }])
		expect(talk.hear(bytes(frames[1] ?? '')).answers).toHaveLength(1)
		expect(understood(...lane('ready')).readings).toMatchObject([{ values: { cod: 12.5, ph: 7.2 } }])
		expect(outbox.count).toBe(1)
	})

	test('goes on after a restart between its parts', () => {
		const before = bench()
		before.connect().hear(bytes(frames[0] ?? '', frames[2] ?? ''))
		const after = bench({ outbox: before.outbox })
		after.connect().hear(bytes(frames[1] ?? ''))
		expect(understood(...after.lane('ready')).faults).toEqual([])
		expect(after.lane('parts')).toEqual([])
	})

	test('of which a part never comes is passed on after a while as far as it came', () => {
		let now = 0
		const { connect, intake, lane } = bench({ now: () => now })
		connect().hear(bytes(frames[0] ?? ''))
		now = 1000
		intake.sweep()
		expect(lane('ready')).toEqual([])
		now = 1001
		intake.sweep()
		expect(understood(...lane('ready')).faults).toMatchObject([{ code: 'missing-parts' }])
		expect(lane('parts')).toEqual([])
	})

	test('of which a part comes again, before or after it was complete, is passed on once', () => {
		const { connect, lane, outbox } = bench()
		const [one = '', two = '', three = ''] = frames
		expect(connect().hear(bytes(one, one, two, three, three, one)).answers).toHaveLength(6)
		expect([lane('ready').length, outbox.count]).toEqual([1, 1])
	})

	test('that grows beyond what a message may hold is passed on in pieces', () => {
		const { connect, lane } = bench()
		const talk = connect()
		for (let i = 1; i <= 12; i += 1) talk.hear(bytes(part('x'.repeat(9500), i, 12)))
		expect(lane('ready').every((payload) => payload.length < 128 * 1024)).toBe(true)
		expect(lane('ready').length + lane('parts').length).toBeGreaterThan(1)
	})

	test('more than a thousand that wait do not wait longer', () => {
		const { connect, lane } = bench()
		const talk = connect()
		for (let i = 0; i < 1002; i += 1) talk.hear(bytes(part(TIME, 1, 2, { qn: String(i) })))
		expect(lane('ready')).toHaveLength(2)
	})
})

test('means of a time that was told in real time are acknowledged and left out; others are kept', () => {
	const { connect, lane } = bench()
	const mean = (time: string) => frameOf(`DataTime=${time};w01001-Avg=7`, { cn: '2061' })
	const talk = connect()
	expect(talk.hear(bytes(real(1), mean('20260801080000'), mean('20260801060000'))).answers).toHaveLength(3)
	expect(lane('ready').map((frame) => /DataTime=\d+/.exec(frame)?.[0])).toEqual([
		`DataTime=${at(1)}`,
		'DataTime=20260801060000',
	])
})
