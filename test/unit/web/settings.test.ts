import { expect, test } from 'vitest'
import { matches } from '../../../web/desk/settings/registry/matches.ts'
import { sectionOf } from '../../../web/desk/settings/sectionOf.ts'

test('the settings begin with the devices, and a page inside a part belongs to its tab', () => {
	expect(sectionOf('/desk/settings')).toBe('/desk/settings/devices')
	expect(sectionOf('/desk/settings/devices/add')).toBe('/desk/settings/devices')
	expect(sectionOf('/desk/settings/devices')).toBe('/desk/settings/devices')
	expect(sectionOf('/desk/settings/profile')).toBe('/desk/settings/profile')
})

test('a search fits when each of its words stands somewhere, whatever the case', () => {
	const texts = ['lijia-bin-1', '李家院子', undefined, 'GS301']
	expect(matches('李家 gs301', texts)).toBe(true)
	expect(matches('李家 厕所', texts)).toBe(false)
	expect(matches('  ', texts)).toBe(true)
})
