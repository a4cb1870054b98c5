import { expect, test } from 'vitest'
import { GivenDevice, overKnown } from '../../../infra/local/cli/overKnown.ts'
import type { Device } from '../../../shared/contract/registry/registry.ts'
import { toilet } from '../../doubles/township.ts'

const given = (more: object = {}) =>
	GivenDevice.parse({ id: 'toilet-1', kind: 'toilet', courtyard: 'yard-2', name: {}, ...more })
const known: Device = {
	...toilet,
	interval: 600,
	toiletClass: 1,
	position: { lat: 30.4, lon: 104.9 },
	custom: { values: [{ pointer: '/nh3', measurand: 'ammonia', factor: 1, offset: 0 }] },
}

test('of a device that is registered, what is not given stays: names, position, interval', () => {
	expect(overKnown(known, given({ gateway: undefined }))).toEqual({ ...known, courtyard: 'yard-2' })
})

test('one name given leaves the other', () => {
	expect(overKnown(known, given({ name: { zh: '村口公厕' }, interval: 60 }))).toMatchObject({
		name: { zh: '村口公厕', en: toilet.name.en },
		interval: 60,
	})
})

test('its history is not sent, for the registry keeps it, and may know of more by now', () => {
	const repaired = { ...known, outOfService: [{ from: 1, by: '周敏', reason: '清淤' }] }
	expect(overKnown(repaired, given()).outOfService).toEqual([])
})

test('a new device without names goes by its id', () => {
	expect(overKnown(undefined, given())).toEqual({
		...toilet,
		courtyard: 'yard-2',
		name: { zh: 'toilet-1', en: 'toilet-1' },
	})
})
