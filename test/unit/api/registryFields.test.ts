import { expect, test } from 'vitest'
import { putRegistry } from '../../../functions/api/registry/putRegistry.ts'
import { type Device, RegistryImport } from '../../../shared/contract/registry/registry.ts'
import { bin, fixedRegistry, registryOf, toilet } from '../../doubles/township.ts'

const put = async (...devices: object[]) => {
	const kept: Device[] = []
	const known = registryOf({ ...toilet, eui: '24e124fffe0a1b2c' }, bin)
	const registry = {
		...fixedRegistry(known),
		put: async (entries: RegistryImport) => void kept.push(...entries.devices),
	}
	const outcome = await putRegistry({ registry, now: () => 0 }, RegistryImport.parse({ devices }))
	return { outcome, kept }
}

test('an entry from before the sensors had models stays valid, and gets nothing it did not say', async () => {
	const [kept] = (await put(toilet)).kept
	expect(kept).toEqual(toilet)
})

test('an EUI is kept in lower case and names one device', async () => {
	expect((await put({ ...bin, eui: '24E124FFFE0A1B2D', model: 'WS201' })).kept).toMatchObject([
		{ eui: '24e124fffe0a1b2d', model: 'WS201' },
	])
	const { outcome, kept } = await put({ ...bin, eui: '24E124FFFE0A1B2C' })
	expect(outcome).toMatchObject({
		status: 400,
		errors: [{ field: 'devices.0.eui', message: '"24e124fffe0a1b2c" is already the EUI of "toilet-1"' }],
	})
	expect(kept).toEqual([])
	expect((await put({ ...toilet, eui: '24e124fffe0a1b2c' })).outcome).toMatchObject({ status: 200 })
	// The sensor moves from one to the other.
	expect((await put(toilet, { ...bin, eui: '24e124fffe0a1b2c' })).outcome).toMatchObject({ status: 200 })
})

test('a station number names one device, and is kept as it is written', async () => {
	const station = { ...bin, kind: 'sewage', mn: '010000A8900016F000169DC0' }
	expect((await put(station)).kept).toMatchObject([{ mn: '010000A8900016F000169DC0' }])
	expect((await put(station, { ...toilet, mn: station.mn })).outcome).toMatchObject({
		status: 400,
		errors: [
			{ field: 'devices.0.mn', message: '"010000A8900016F000169DC0" is already the MN of "toilet-1"' },
			{ field: 'devices.1.mn' },
		],
	})
})

test('a blind zone lies above the floor', async () => {
	expect((await put({ ...bin, binHeight: 1200, blindZone: 280 })).outcome).toMatchObject({ status: 200 })
	expect((await put({ ...bin, binHeight: 200, blindZone: 280 })).outcome).toMatchObject({
		status: 400,
		errors: [{ field: 'devices.0.blindZone' }],
	})
})

test.each([
	{ eui: '24e124' },
	{ mn: 'a b' },
	{ model: 'XY1' },
	{ binHeight: 0 },
	{ wellDepth: 1.5 },
	{ custom: { values: [] } },
])('%j is refused', (field) => {
	expect(RegistryImport.safeParse({ devices: [{ ...bin, ...field }] }).success).toBe(false)
})

test('a check names everything that is wrong and puts nothing, also where nothing is', async () => {
	const kept: RegistryImport[] = []
	const registry = {
		...fixedRegistry(registryOf(toilet)),
		put: async (entries: RegistryImport) => void kept.push(entries),
	}
	const check = (...devices: object[]) =>
		putRegistry({ registry, now: () => 0 }, RegistryImport.parse({ devices }), { check: true })
	expect(await check({ ...toilet, courtyard: 'nowhere' }, { ...bin, gateway: 'nobody' })).toMatchObject({
		status: 400,
		errors: [{ field: 'devices.0.courtyard' }, { field: 'devices.1.gateway' }],
	})
	expect(await check(bin)).toMatchObject({ status: 200, body: { devices: 1 } })
	expect(kept).toEqual([])
})

test('a serial number names one device', async () => {
	expect((await put({ ...bin, serial: 'SN-1' })).kept).toMatchObject([{ serial: 'SN-1' }])
	const { outcome, kept } = await put({ ...bin, serial: 'SN-1' }, { ...toilet, serial: 'SN-1' })
	expect(outcome).toMatchObject({
		status: 400,
		errors: [
			{ field: 'devices.0.serial', message: '"SN-1" is already the serial number of "toilet-1"' },
			{ field: 'devices.1.serial', message: '"SN-1" is already the serial number of "bin-1"' },
		],
	})
	expect(kept).toEqual([])
})
