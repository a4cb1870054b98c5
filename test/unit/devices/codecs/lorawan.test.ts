import { describe, expect, test } from 'vitest'
import type { Device } from '../../../../shared/contract/registry/registry.ts'
import { bin, toilet } from '../../../doubles/township.ts'
import { book, bytesOf, decode, NOW, reasons } from './decode.ts'

const odour: Device = { ...toilet, eui: '24e124fffe0a1b2c', model: 'GS301', gateway: 'gateway-1' }
const level: Device = { ...bin, eui: '24e124fffe0a1b2d', model: 'EM400-MUD', binHeight: 2600, gateway: 'gateway-1' }
const devices = book(odour, level)
const gs301 = Buffer.from(bytesOf('017564 02671C01 036864 047D6400 057D0100')).toString('base64')

const uplink = {
	deduplicationId: '57433366-50a6-4dc2-8145-2df1bbc70d9e',
	time: '2026-11-24T07:59:30.775023242+00:00',
	deviceInfo: { tenantName: 'Town', applicationName: 'sanitation', deviceName: 'GS301', devEui: '24E124FFFE0A1B2C' },
	devAddr: '01f2ea2c',
	dr: 5,
	fCnt: 24,
	fPort: 85,
	data: gs301,
	rxInfo: [
		{ gatewayId: '0016c001f153a14c', uplinkId: 4217106255, rssi: -101, snr: 7, crcStatus: 'CRC_OK' },
		{ gatewayId: '0016c001f153a14d', uplinkId: 4217106256, rssi: -67, snr: -3.5, crcStatus: 'CRC_OK' },
	],
}
const heard = Date.parse('2026-11-24T07:59:30.775Z')
const values = { battery: 100, temperature: 28.4, ammonia: 0.696, hydrogenSulfide: 0.01394 }

describe('ChirpStack v4', () => {
	test('an uplink is of the device with its EUI, at the time of the server, with the best signal', () => {
		expect(decode('chirpstack', uplink, { devices })).toEqual({
			readings: [{ device: 'toilet-1', at: heard, values: { ...values, signal: -67, snr: -3.5 } }],
			faults: [],
			unknownKeys: ['humidity'],
		})
	})

	test('told twice, and later, it is the same reading', () => {
		const again = { ...uplink, rxInfo: [...uplink.rxInfo].reverse() }
		const first = decode('chirpstack', uplink, { devices })
		expect(decode('chirpstack', again, { devices, receivedAt: NOW + 5000 })).toEqual(first)
	})

	test('heard equally well by two gateways, the ratio to the noise is the better one, in whatever order they are told', () => {
		const rxInfo = [{ rssi: -80 }, { rssi: -80, snr: -4 }, { rssi: -80, snr: 2 }, { rssi: -90, snr: 9 }]
		for (const told of [rxInfo, rxInfo.toReversed()])
			expect(decode('chirpstack', { ...uplink, rxInfo: told }, { devices }).readings).toMatchObject([
				{ values: { signal: -80, snr: 2 } },
			])
	})

	test('without a time it is the one at which the first gateway heard it', () => {
		const { time: _time, ...timeless } = uplink
		const rxInfo = [{ nsTime: '2026-11-24T07:59:31Z' }, { nsTime: '2026-11-24T07:59:30.5Z' }]
		expect(decode('chirpstack', { ...timeless, rxInfo }, { devices }).readings).toMatchObject([
			{ at: Date.parse('2026-11-24T07:59:30.5Z') },
		])
		expect(decode('chirpstack', { ...timeless, rxInfo: [] }, { devices }).readings).toMatchObject([{ at: NOW }])
	})

	test('zeros are left out: an empty uplink still tells the signal, a status without a battery level that it is empty', () => {
		const { data: _data, dr: _dr, fCnt: _fCnt, ...empty } = uplink
		expect(decode('chirpstack', empty, { devices }).readings).toEqual([
			{ device: 'toilet-1', at: heard, values: { signal: -67, snr: -3.5 } },
		])
		const { deviceInfo, time } = uplink
		const status = (more: object) => decode('chirpstack', { deviceInfo, time, margin: 10, ...more }, { devices })
		expect(status({ batteryLevel: 94.5 }).readings).toMatchObject([{ at: heard, values: { battery: 94.5 } }])
		expect(status({}).readings).toMatchObject([{ values: { battery: 0 } }])
		expect(status({ externalPowerSource: true })).toMatchObject({ readings: [], ignored: 'nothing-measured' })
		expect(status({ batteryLevelUnavailable: true })).toMatchObject({ readings: [], ignored: 'nothing-measured' })
	})

	test('a join, an acknowledgement or a log entry is no reading and no fault', () => {
		const { deviceInfo, time } = uplink
		for (const more of [{ devAddr: '01f2ea2c' }, { queueItemId: 'x', acknowledged: true }, { level: 'ERROR' }]) {
			expect(decode('chirpstack', { deviceInfo, time, ...more }, { devices })).toMatchObject({
				readings: [],
				faults: [],
				ignored: 'not-an-uplink',
			})
		}
	})

	test.each([
		['an EUI nobody registered', { devEui: '24e124fffe000000' }, 'the device 24e124fffe000000 is not registered'],
		['no EUI', { devEui: 7 }, '"deviceInfo.devEui" should be 16 hexadecimal digits, but is 7'],
	])('%s is refused', (_, deviceInfo, reason) => {
		expect(reasons(decode('chirpstack', { ...uplink, deviceInfo }, { devices }))).toEqual([reason])
	})

	test('bytes that nobody can read are said to lack a model', () => {
		const { model: _model, ...unnamed } = odour
		const decoded = decode('chirpstack', uplink, { devices: book(unnamed) })
		expect(decoded.readings).toMatchObject([{ values: { signal: -67 } }])
		expect(reasons(decoded)).toEqual([
			'the registry names neither a model nor a mapping for toilet-1, so its bytes cannot be read',
		])
	})

	test('what a decoder in the server made of them is read by the mapping, or under our own names', () => {
		const { model: _model, ...unnamed } = odour
		const object = { battery: 99, ammonia: 0.2, humidity: 50 }
		expect(decode('chirpstack', { ...uplink, object }, { devices: book(unnamed) })).toMatchObject({
			readings: [{ values: { battery: 99, ammonia: 0.2, signal: -67 } }],
			unknownKeys: ['humidity'],
		})
		const custom = { values: [{ pointer: '/gas/nh3', measurand: 'ammonia' as const, factor: 0.696, offset: 0 }] }
		const mapped = decode(
			'chirpstack',
			{ ...uplink, object: { gas: { nh3: 0.5 } } },
			{ devices: book({ ...odour, custom }) },
		)
		expect(mapped.readings).toMatchObject([{ values: { ammonia: 0.348, signal: -67 } }])
	})
})

describe('The Things Stack v3', () => {
	const message = {
		end_device_ids: { device_id: 'bin-7', dev_eui: '24E124FFFE0A1B2D', application_ids: { application_id: 'town' } },
		received_at: '2026-11-24T07:59:31.100Z',
		uplink_message: {
			f_port: 85,
			frm_payload: Buffer.from(bytesOf('01755C 03670101 04824408 050000')).toString('base64'),
			rx_metadata: [{ gateway_ids: { gateway_id: 'gw' }, rssi: -88, snr: 9.2 }],
			received_at: '2026-11-24T07:59:30.935284891Z',
		},
	}
	const at = Date.parse('2026-11-24T07:59:30.935Z')

	test('an uplink is of the device with its EUI, at the time of the network server', () => {
		expect(decode('tts', message, { devices }).readings).toEqual([
			{ device: 'bin-1', at, values: { battery: 92, temperature: 25.7, fill: 18.62, signal: -88, snr: 9.2 } },
		])
	})

	test('what somebody simulated in the console is kept out', () => {
		for (const simulated of [
			{ ...message, simulated: true },
			{ ...message, uplink_message: { ...message.uplink_message, simulated: true } },
		]) {
			expect(decode('tts', simulated, { devices })).toEqual({
				readings: [],
				faults: [],
				unknownKeys: [],
				ignored: 'simulated',
			})
		}
	})

	test('the battery of the network server counts for the uplink that told it, and for no later one', () => {
		const { frm_payload: _payload, ...rest } = message.uplink_message
		const last = (f_cnt?: number) => ({ ...(f_cnt === undefined ? {} : { f_cnt }), value: 52.5 })
		const battery = (mine: object, its?: number) =>
			decode(
				'tts',
				{ ...message, uplink_message: { ...rest, ...mine, last_battery_percentage: last(its) } },
				{ devices },
			).readings[0]?.values.battery
		expect(battery({ f_cnt: 7 }, 7)).toBe(52.5)
		expect(battery({ f_cnt: 8 }, 7)).toBeUndefined()
		// Zeros are left out: both are the very first frame.
		expect(battery({})).toBe(52.5)
	})

	test('a join or a receipt is no uplink', () => {
		const { uplink_message: _uplink, ...rest } = message
		expect(decode('tts', { ...rest, join_accept: {} }, { devices })).toMatchObject({ ignored: 'not-an-uplink' })
	})

	test('the model may come from the device repository of the stack', () => {
		const { model: _model, ...unnamed } = level
		const version_ids = { brand_id: 'milesight-iot', model_id: 'em400-mud' }
		const uplink_message = { ...message.uplink_message, version_ids }
		expect(decode('tts', { ...message, uplink_message }, { devices: book(unnamed) }).readings).toMatchObject([
			{ values: { fill: 18.62 } },
		])
	})
})
