import { expect, test } from 'vitest'
import {
	type Courtyard,
	type Device,
	RegistryImport,
	type RegistryView,
} from '../../../shared/contract/registry/registry.ts'
import { settingsOf, standingOf } from '../../../web/desk/settings/registry/deviceFacts.ts'
import { columnsAt, entryOf, fieldsOf } from '../../../web/desk/settings/registry/entryForm.ts'
import { peopleOf, peopleTable } from '../../../web/desk/settings/registry/people.ts'
import { courtyardSheet } from '../../../web/desk/settings/registry/sheet/courtyardColumns.ts'
import { csvOf } from '../../../web/desk/settings/registry/sheet/csvText.ts'
import { deviceSheet } from '../../../web/desk/settings/registry/sheet/deviceColumns.ts'
import { courtyard, toilet } from '../../doubles/township.ts'

const view: RegistryView = { townships: [], villages: [], courtyards: [courtyard], devices: [toilet] }
const at = Date.parse('2026-11-30T04:00:00Z')

test('a form that nothing was changed in says what is registered, without its history', () => {
	const known: Device = { ...toilet, position: { lat: 1, lon: 2 }, wellDepth: 1800 }
	const { outOfService: _repairs, moves: _moves, ...rest } = known
	expect(entryOf(deviceSheet, known, fieldsOf(deviceSheet, known), view)).toEqual(rest)
})

test('a field emptied takes away what was there; one that the kind does not have stays as it is', () => {
	const known: Device = { ...toilet, wellDepth: 1800, binHeight: 900 }
	const fields = { ...fieldsOf(deviceSheet, known), well_depth: '', bin_height: '' }
	const entry = entryOf(deviceSheet, known, fields, view)
	expect(entry).not.toHaveProperty('wellDepth')
	expect(entry).toHaveProperty('binHeight', 900)
})

test('a new device begins with what the address says of it, and what the registry takes where nothing is said', () => {
	const fields = fieldsOf(deviceSheet, undefined, { id: 'bin-7', interval: '' })
	expect(fields).toMatchObject({ id: 'bin-7', kind: '' })
	const filled = { ...fields, kind: 'waste', name_zh: '桶', name_en: 'Bin', courtyard: courtyard.id, interval: '300' }
	const parsed = RegistryImport.parse({ devices: [entryOf(deviceSheet, undefined, filled, view)] })
	expect(parsed.devices[0]).toMatchObject({ id: 'bin-7', interval: 300, name: { zh: '桶', en: 'Bin' } })
})

test('what the registry refuses stands at its field; a whole group at each of its fields', () => {
	expect(columnsAt(deviceSheet, 'devices.0.name').map(({ name }) => name)).toEqual(['name_zh', 'name_en'])
	expect(columnsAt(deviceSheet, 'devices.0.position.lon').map(({ name }) => name)).toEqual(['lon'])
	expect(columnsAt(deviceSheet, 'devices.0.custom.values')).toEqual([])
	expect(columnsAt(courtyardSheet, 'courtyards.0.inCharge.person.id').map(({ name }) => name)).toEqual(['in_charge'])
})

test('every field of an entry has a column, but for its history and what is read from JSON of its own', () => {
	const fields = new Set(deviceSheet.columns.map(({ path }) => path[0]))
	const { devices, courtyards } = RegistryImport.shape
	const missing = Object.keys(devices.def.innerType.def.element.shape).filter((field) => !fields.has(field))
	expect(missing).toEqual(['custom', 'outOfService', 'moves'])
	const own = new Set(courtyardSheet.columns.map(({ path }) => path[0]))
	expect(Object.keys(courtyards.def.innerType.def.element.shape).filter((field) => !own.has(field))).toEqual([])
})

test('a device is under repair, has left or joins later, as it stands now', () => {
	expect(standingOf(toilet, at)).toEqual({ is: 'inService' })
	const repair = { from: at - 1, by: '周敏', reason: '清淤' }
	expect(standingOf({ ...toilet, outOfService: [repair] }, at)).toEqual({ is: 'repair' })
	expect(standingOf({ ...toilet, outOfService: [{ ...repair, until: at }] }, at)).toEqual({ is: 'inService' })
	expect(standingOf({ ...toilet, left: '2026-11-30' }, at)).toEqual({ is: 'inService' })
	expect(standingOf({ ...toilet, left: '2026-11-29' }, at)).toEqual({ is: 'left', day: '2026-11-29' })
	expect(standingOf({ ...toilet, joined: '2026-12-01' }, at)).toEqual({ is: 'later', day: '2026-12-01' })
})

test('what is set for a device is said in a few words', () => {
	expect(settingsOf({ ...toilet, wellDepth: 1800, model: 'EM310-UDL' }, 'zh')).toEqual([
		'二类公厕',
		'每 5 分钟上报',
		'井深 1,800 毫米',
		'EM310-UDL',
	])
	expect(settingsOf({ ...toilet, kind: 'sewage', interval: 30, gateway: 'g-1' }, 'en')).toEqual([
		'level II',
		'every 30 s',
		'by g-1',
	])
})

test('a head who is in charge himself is one person, and a deputy whose days are over is said to be', () => {
	const deputy = { person: { id: 'wang', name: '王芳' }, from: '2026-11-01', until: '2026-11-10' }
	const inCharge = { person: { id: 'li', name: '李国富' }, deputies: [deputy] }
	const people = (one: Partial<Courtyard>) => peopleOf({ courtyards: [{ ...courtyard, ...one }] }, '2026-11-30')
	expect(people({ head: '李国富', inCharge })).toMatchObject([
		{ name: '李国富', role: 'head', account: 'li' },
		{ name: '王芳', role: 'deputy', days: { isNow: false, isOver: true } },
	])
	expect(people({ head: '赵建军', inCharge }).map(({ role }) => role)).toEqual(['head', 'inCharge', 'deputy'])
	expect(people({ head: '赵建军' })).toEqual([
		{ key: `${courtyard.id} head`, name: '赵建军', role: 'head', courtyard: courtyard.id },
	])
	expect(people({})).toEqual([])
})

test('the file of people is no formula either', () => {
	const inCharge = { person: { id: 'li', name: '=李国富' }, deputies: [] }
	const people = peopleOf({ courtyards: [{ ...courtyard, inCharge }] }, '2026-11-30')
	expect(peopleTable(people, 'zh', csvOf)).toContain("\r\n'=李国富,院落长,yard-1,,,,li\r\n")
})
