import { expect, test } from 'vitest'
import { keepingLanguage, withQuery } from '../../../web/routing/address.ts'
import { matchPath } from '../../../web/routing/matchPath.ts'

test.each([
	['/desk/courtyards/:id', '/desk/courtyards/lijia', { id: 'lijia' }],
	['/desk/courtyards/:id', '/desk/courtyards/lijia/', { id: 'lijia' }],
	['/desk/courtyards/:id', '/desk/courtyards/%E6%9D%8E', { id: '李' }],
	['/desk/courtyards/:id', '/desk/courtyards/%', { id: '%' }],
	['/desk', '/desk/', {}],
	['/desk', '/desk/courtyards', undefined],
	['/desk/courtyards/:id', '/desk/tasks/1', undefined],
])('%s of %s', (pattern, path, params) => {
	expect(matchPath(pattern, path)).toEqual(params)
})

test.each([
	['/a?x=1#top', { x: '2' }, '/a?x=2#top'],
	['/a?x=1', { x: undefined }, '/a'],
	['/a', { x: '', y: '1' }, '/a?y=1'],
])('%s with %o is %s', (address, changes, changed) => {
	expect(withQuery(address, changes)).toBe(changed)
})

test('a link keeps the language of the page it stands on', () => {
	expect(keepingLanguage('/desk/tasks?state=raised', '?lang=en&sort=name')).toBe('/desk/tasks?state=raised&lang=en')
	expect(keepingLanguage('/desk?lang=zh', '?lang=en')).toBe('/desk?lang=zh')
	expect(keepingLanguage('/desk', '')).toBe('/desk')
})
