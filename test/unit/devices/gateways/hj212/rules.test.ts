import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { frameScanner } from '../../../../../devices/codecs/hj212/scanner.ts'
import { readSegment, type Segment } from '../../../../../devices/codecs/hj212/segment.ts'
import { acknowledgement } from '../../../../../devices/gateways/hj212/acknowledge.ts'
import { allowance } from '../../../../../devices/gateways/hj212/allowance.ts'
import { readConfig } from '../../../../../devices/gateways/hj212/config.ts'
import { doorkeeper } from '../../../../../devices/gateways/hj212/doorkeeper.ts'
import { realTimeSpan } from '../../../../../devices/gateways/hj212/realTimeSpan.ts'
import { MN, segmentOf, TIME } from '../../codecs/hj212/frames.ts'

const segment = (text: string): Segment => {
	const read = readSegment(text)
	if (!('cn' in read)) throw new Error(`no segment: ${text}`)
	return read
}

describe('an acknowledgement', () => {
	const answered = (text: string): string | undefined => {
		const frame = acknowledgement(segment(text))
		const [found] = frame === undefined ? [] : frameScanner().feed(Buffer.from(frame, 'latin1'))
		return found && 'segment' in found ? found.segment : undefined
	}
	const answerOf = (how: Parameters<typeof segmentOf>[1]) => answered(segmentOf(TIME, how))
	const common = `PW=123456;MN=${MN}`

	test('of data is 9014 with the same request number and edition', () => {
		for (const cn of ['2011', '2021', '2031', '2051', '2061']) {
			expect(answerOf({ cn, flag: '5' })).toBe(`QN=20260801085857223;ST=91;CN=9014;${common};Flag=4;CP=&&&&`)
		}
		expect(answerOf({ flag: '9' })).toBe(`QN=20260801085857223;ST=91;CN=9014;${common};Flag=8;CP=&&&&`)
	})

	test('of a part is that of the edition without part numbers', () => {
		expect(answerOf({ flag: '7', more: 'PNUM=2;PNO=1;' })).toContain(';Flag=4;')
	})

	test('in the edition of 2005 names the request in its data area, too', () => {
		const expected = `QN=20260801085857223;ST=91;CN=9014;${common};Flag=0;CP=&&QN=20260801085857223;CN=2011&&`
		expect(answerOf({ flag: '1' })).toBe(expected)
	})

	test('is sent to a station without flag and request number, and names none', () => {
		const text = `ST=32;CN=2011;PW=123456;MN=${MN};CP=&&${TIME}&&`
		expect(answered(text)).toBe(`ST=91;CN=9014;${common};Flag=0;CP=&&CN=2011&&`)
	})

	test('is not sent where none is asked for, nor to an answer', () => {
		expect(answerOf({ flag: '4' })).toBeUndefined()
		expect(answerOf({ cn: '9014' })).toBeUndefined()
		expect(answerOf({ cn: '1062' })).toBeUndefined()
	})

	test('of a sign of life and of a request for the time is 9013', () => {
		expect(answerOf({ cn: '9015', flag: '9' })).toContain('CN=9013')
		expect(answerOf({ cn: '1013' })).toContain('CN=9013')
	})
})

describe('at the door', () => {
	const other = { mn: '88888880000001', pw: '654321' }
	const stations = [{ mn: MN, pw: '123456' }, other]
	const right = segment(segmentOf(TIME))
	const wrong = segment(segmentOf(TIME, { pw: '123457' }))

	test('a station with its own password may enter', () => {
		const door = doorkeeper(stations)
		expect(door.refuses(right, 'a', undefined)).toBeUndefined()
		expect(door.refuses(right, 'a', MN)).toBeUndefined()
	})

	test('one that nobody named, with a wrong password, without one, or with that of another one may not', () => {
		const door = doorkeeper(stations)
		expect(door.refuses({ ...right, mn: 'nobody' }, 'a', undefined)).toBe('unknown-station')
		expect(door.refuses(wrong, 'a', undefined)).toBe('wrong-password')
		const { pw: _, ...none } = right
		expect(door.refuses(none, 'a', undefined)).toBe('wrong-password')
		expect(door.refuses({ ...right, pw: other.pw }, 'b', undefined)).toBe('wrong-password')
	})

	test('who spoke for one station does not speak for another, also with its password', () => {
		expect(doorkeeper(stations).refuses({ ...right, ...other }, 'a', MN)).toBe('another-station')
	})

	test('who tried five wrong passwords waits ten minutes, for this station and from there', () => {
		let now = 0
		const door = doorkeeper(stations, () => now)
		for (let i = 0; i < 5; i += 1) expect(door.refuses(wrong, 'a', undefined)).toBe('wrong-password')
		expect(door.refuses(right, 'a', undefined)).toBe('locked')
		expect(door.refuses(right, 'b', undefined)).toBeUndefined()
		expect(door.refuses({ ...right, ...other }, 'a', undefined)).toBeUndefined()
		now = 10 * 60_000
		expect(door.refuses(right, 'a', undefined)).toBeUndefined()
	})
})

describe('means', () => {
	const minutes = (n: number): number => n * 60_000

	test('of a time that was told in real time say nothing new', () => {
		const span = realTimeSpan()
		for (let at = 600; at <= 660; at += 5) span.note('s', minutes(at))
		expect(span.covers('s', '2051', minutes(630))).toBe(true)
		expect(span.covers('s', '2061', minutes(600))).toBe(true)
		// The hour in which the real-time data began.
		expect(span.covers('s', '2061', minutes(545))).toBe(true)
		expect(span.covers('s', '2031', minutes(0))).toBe(true)
	})

	test('of another time, of another station or of a gap count', () => {
		const span = realTimeSpan()
		span.note('s', minutes(0))
		for (let at = 600; at <= 660; at += 5) span.note('s', minutes(at))
		expect(span.covers('s', '2061', minutes(540))).toBe(false)
		expect(span.covers('s', '2061', minutes(720))).toBe(false)
		expect(span.covers('t', '2061', minutes(600))).toBe(false)
		expect(span.covers('s', '2011', minutes(600))).toBe(false)
	})
})

test('a connection may say two seconds’ worth at once, and then so much a second', () => {
	let now = 0
	const { spend } = allowance(1000, () => now)
	expect([spend(2000), spend(500)]).toEqual([0, 500])
	now = 1000
	expect([spend(400), spend(200)]).toEqual([0, 100])
})

describe('a configuration', () => {
	const folder = mkdtempSync(join(tmpdir(), 'hj212-'))
	const sound = {
		mqtt: { url: 'mqtts://broker:8883', thing: 'gateway-1', cert: 'c.pem', key: '/k.pem', ca: 'ca.pem' },
		stations: [{ mn: MN, pw: '123456' }],
	}
	const read = (content: unknown) => {
		const file = join(folder, 'config.json')
		writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
		return readConfig(file)
	}

	test('needs no more than the broker and the stations; its files are looked for beside it', async () => {
		expect(await read(sound)).toMatchObject({
			listen: { port: 9212 },
			mqtt: { cert: join(folder, 'c.pem'), key: '/k.pem' },
			outbox: { file: join(folder, 'hj212-outbox.sqlite'), maxMegabytes: 256 },
			limits: { connections: 200, partsSeconds: 600 },
		})
	})

	test.each([
		[
			'a station twice',
			{ ...sound, stations: [...sound.stations, ...sound.stations] },
			/stations: each station stands here once, got a list of 2/,
		],
		['no station', { ...sound, stations: [] }, /stations/],
		[
			'a broker without TLS',
			{ ...sound, mqtt: { ...sound.mqtt, url: 'mqtt://broker' } },
			/mqtt\.url: mqtts:\/\/host:port, got "mqtt:/,
		],
		['a field nobody knows', { ...sound, port: 1 }, /port/],
		['no JSON', '{', /not JSON/],
	])('with %s is refused, and says where', async (_, content, message) => {
		await expect(read(content)).rejects.toThrow(message)
	})

	test('whose password is too long is refused without repeating it', async () => {
		const pw = 'secret'.repeat(6)
		const refusal = await read({ ...sound, stations: [{ mn: MN, pw }] }).catch((cause: Error) => cause.message)
		expect(refusal).toMatch(/stations\.0\.pw: /)
		expect(refusal).not.toContain('secret')
	})
})
