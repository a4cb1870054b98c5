import { describe, expect, test } from 'vitest'
import { answerLine } from '../../../infra/commands/decode/answerLine.ts'
import { readFormat } from '../../../infra/commands/decode/format.ts'
import { type Fitting, imaginedBook } from '../../../infra/commands/decode/imaginedBook.ts'

const receivedAt = Date.parse('2026-11-24T08:00:00Z')
const at = '2026-11-24T08:00:00.000Z'

const answer = async (name: string, line: string, fitting: Fitting = {}) => {
	const format = await readFormat(name)
	if (!format) throw new Error(`no format ${name}`)
	const devices = imaginedBook({ ...(format.model && { model: format.model }), ...fitting })
	return answerLine(format, line, { thing: 'device', receivedAt, devices })
}

describe('a line', () => {
	test('of a Milesight sensor is its port and bytes; the model says what it is made for', async () => {
		const values = { battery: 100, temperature: 28.4, ammonia: 0.696 }
		expect(await answer('milesight:gs301', '85:017564 02671C01 036864 047D6400 057DFEFF')).toEqual({
			readings: [{ device: 'device', at, values, quality: { hydrogenSulfide: 'polarising' } }],
			unknown: ['humidity'],
		})
		expect(await answer('milesight:EM500-SWL', '85:03779600', { wellDepth: 3000 })).toMatchObject({
			readings: [{ values: { level: 50 } }],
		})
	})

	test.each(['017564', '0:017564', '224:017564', '85:01756', '85;017564', ''])(
		'"%s" is no such frame',
		async (line) => {
			expect(await answer('milesight:GS301', line)).toMatchObject({ error: { code: 'not-hex' } })
		},
	)

	test('keeps what was understood beside what was refused', async () => {
		expect(await answer('milesight:EM500-UDL', '85:017564 03821E00')).toMatchObject({
			readings: [{ values: { battery: 100 } }],
			faults: [{ code: 'no-geometry' }],
		})
	})

	test('is an error where nothing of it is understood, in Chinese and English', async () => {
		expect(await answer('json', '{')).toEqual({
			error: { code: 'not-json', message: '内容不是 JSON，收到：{ / the payload is not JSON; it begins: {' },
		})
	})

	test('of SenML is JSON, or CBOR in hexadecimal', async () => {
		const readings = [{ device: 'toilet-1', at, values: { ammonia: 1 }, quality: {} }]
		expect(await answer('senml', '[{"n":"toilet-1:ammonia","v":1}]')).toEqual({ readings })
		expect(await answer('senml', '81a20070746f696c65742d313a616d6d6f6e69610201')).toEqual({ readings })
	})

	test('of a network server is of the device with the EUI, by the model that was said', async () => {
		const event = { time: at, deviceInfo: { devEui: '24E124FFFE0A1B2C' }, data: 'BH1kAA==' }
		expect(await answer('chirpstack', JSON.stringify(event), { model: 'GS301' })).toEqual({
			readings: [{ device: '24e124fffe0a1b2c', at, values: { ammonia: 0.696 }, quality: {} }],
		})
		const simulated = { end_device_ids: { dev_eui: '24E124FFFE0A1B2C' }, simulated: true }
		expect(await answer('tts', JSON.stringify(simulated))).toEqual({ readings: [], ignored: 'simulated' })
	})
})

test('a format that does not exist is none', async () => {
	for (const name of ['morse', 'milesight:XY1', 'milesight:', 'toString', ''])
		expect(await readFormat(name)).toBeUndefined()
})
