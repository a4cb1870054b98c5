import { expect, test } from 'vitest'
import type { Device } from '../../../shared/contract/registry/registry.ts'
import { faultWords } from '../../../shared/domain/telemetry/faultWords.ts'
import type { Registry, RegistryReader } from '../../../shared/ports/registry.ts'
import { IngestBench, type Sent } from '../../doubles/ingestBench.ts'
import { registryOf, toilet } from '../../doubles/township.ts'

const NOW = Date.parse('2026-11-24T08:30:00Z')
const eui = '24e124fffe0a1b2c'
const gateway: Device = { ...toilet, id: 'gateway-1', kind: 'gateway' }
const odour: Device = { ...toilet, eui, model: 'GS301', gateway: 'gateway-1' }

const time = '2026-11-24T08:29:30Z'
const data = Buffer.from('047d6400', 'hex').toString('base64')
const uplink = { deduplicationId: 'a', time, deviceInfo: { devEui: eui }, data, rxInfo: [{ rssi: -80 }] }
const sent = (more: Partial<Sent> = {}): Sent => ({
	thing: 'gateway-1',
	format: 'chirpstack',
	payload: uplink,
	...more,
})

const members = (system: IngestBench) => system.telemetry.hours('toilet-1').flatMap(({ readings }) => readings)
const reasons = (system: IngestBench): string[] =>
	[...system.quarantine.values()].flatMap(({ faults }) => faults.map((fault) => faultWords(fault).en))

test('a gateway speaks by the EUI of a device that is listed under it', async () => {
	const system = new IngestBench(registryOf(gateway, odour), NOW)
	await system.ingest(sent())
	expect(members(system)).toEqual([`${(29 * 60_000 + 30_000).toString(36)} A0.696S-80`])
	expect(reasons(system)).toEqual([])
})

test('another gateway does not, though it knows the EUI', async () => {
	const system = new IngestBench(registryOf(gateway, odour), NOW)
	await system.ingest(sent({ thing: 'gateway-2' }))
	expect(members(system)).toEqual([])
	expect(reasons(system)).toEqual([
		'gateway-2 may not speak for the device toilet-1: the registry does not list it there',
	])
})

test('an uplink that comes twice, in one batch or later, is there once', async () => {
	const system = new IngestBench(registryOf(gateway, odour), NOW)
	await system.ingest(sent(), sent())
	await system.ingest(sent({ receivedAt: NOW + 60_000 }))
	expect(members(system)).toHaveLength(1)
})

const custom = { values: [{ pointer: '/nh3', measurand: 'ammonia' as const, factor: 1, offset: 0 }] }
const { model: _model, ...unnamed } = odour

test.each<[what: string, before: Device[], after: Device[], message: Sent]>([
	['a device, by its EUI,', [gateway], [gateway, odour], sent()],
	['its model', [gateway, unnamed], [gateway, odour], sent()],
	['its mapping', [toilet], [{ ...toilet, custom }], { thing: 'toilet-1', payload: { nh3: 1 } }],
])('%s that was registered a moment ago is found', async (_, before, after, message) => {
	const reader: RegistryReader = {
		current: async (): Promise<Registry> => registryOf(...before),
		recent: async () => registryOf(...after),
		refreshed: async () => registryOf(...after),
	}
	const system = new IngestBench(reader, NOW)
	await system.ingest(message)
	expect(members(system)).toHaveLength(1)
	expect(reasons(system)).toEqual([])
})

test('what is simulated is counted, not kept', async () => {
	const system = new IngestBench(registryOf(gateway, odour), NOW)
	const payload = { end_device_ids: { dev_eui: eui }, simulated: true, uplink_message: { frm_payload: data } }
	const { ignored } = await system.ingest(sent({ format: 'tts', payload }))
	expect(ignored).toEqual({ simulated: 1 })
	expect([members(system), reasons(system)]).toEqual([[], []])
})

test('SenML and native JSON of one instant are the same reading', async () => {
	const system = new IngestBench(registryOf(toilet), NOW)
	const at = NOW / 1000 - 60
	await system.ingest(
		{ thing: 'toilet-1', format: 'senml', payload: [{ bt: at, n: 'ammonia', u: 'ug/m3', v: 250 }] },
		{ thing: 'toilet-1', payload: { at, ammonia: 0.25 } },
	)
	expect(members(system)).toHaveLength(1)
})

test('a failed cell is kept as unusable, one that is polarising as nothing', async () => {
	const system = new IngestBench(registryOf(gateway, odour), NOW)
	const frame = Buffer.from('017564047dfeff057dffff', 'hex').toString('base64')
	await system.ingest(sent({ payload: { ...uplink, data: frame } }))
	expect(members(system)).toEqual([`${(29 * 60_000 + 30_000).toString(36)} B!R100S-80`])
})

test('a payload nested a thousand deep neither blocks the batch nor goes lost', async () => {
	const system = new IngestBench(registryOf(toilet), NOW)
	const deep = '['.repeat(60_000) + ']'.repeat(60_000)
	const { failed } = await system.ingest(
		{ thing: 'toilet-1', payload: deep },
		{ thing: 'toilet-1', payload: { at: NOW, ammonia: 1 } },
	)
	expect(failed).toEqual([])
	expect(members(system)).toHaveLength(1)
	expect(reasons(system)).toEqual(['"[0]" should be an object of values, but is […]'])
})
