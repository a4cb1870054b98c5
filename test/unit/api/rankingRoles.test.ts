import { expect, test } from 'vitest'
import { viewerOf } from '../../../functions/api/http/viewer.ts'
import { dispatch } from '../../doubles/checkedDispatch.ts'
import { rankingDesk } from '../../doubles/rankingDesk.ts'

const { routes, publish, draft } = await rankingDesk({ a: 30, b: 10, c: 50 })
await publish()
await draft('2026-10')

const viewers = {
	nobody: viewerOf(undefined),
	ownHead: viewerOf({ role: 'head', courtyards: 'a', sub: 'u-3', name: '李强' }),
	otherHead: viewerOf({ role: 'head', courtyards: 'c', sub: 'u-4', name: '周兰' }),
	staff: viewerOf({ role: 'staff', sub: 'u-17', name: '王芳' }),
}
const statuses = async (method: string, path: string, body?: unknown, query: Record<string, string> = {}) =>
	Promise.all(
		Object.values(viewers).map(
			async (viewer) =>
				(
					await dispatch(routes, {
						method,
						path,
						query,
						body: body === undefined ? undefined : JSON.stringify(body),
						viewer,
					})
				).status,
		),
	)

const NOV = '/rankings/2026-11'
const OCT = '/rankings/2026-10'
test.each([
	// path, nobody, head of a, head of c, staff; what is published is for everybody, a draft for staff and whom it concerns
	['/rankings', 200, 200, 200, 200],
	[NOV, 200, 200, 200, 200],
	[`${NOV}.csv`, 200, 200, 200, 200],
	[`${NOV}.xlsx`, 200, 200, 200, 200],
	[`${NOV}/print`, 200, 200, 200, 200],
	[`${NOV}/check`, 200, 200, 200, 200],
	[`${NOV}/explanation/a`, 200, 200, 200, 200],
	[OCT, 404, 200, 200, 200],
	[`${OCT}/print`, 404, 200, 200, 200],
	[`${OCT}/check`, 404, 200, 200, 200],
	[`${OCT}/explanation/a`, 404, 200, 403, 200],
	['/rankings/2026-09', 404, 404, 404, 404],
	['/rankings/2026-13', 400, 400, 400, 400],
] as const)('%s answers each role as it should, with a token or without', async (path, ...expected) => {
	expect(await statuses('GET', `/api${path}`)).toEqual(expected)
	expect(await statuses('GET', `/api/public${path}`)).toEqual(expected)
})

test.each([
	['GET', `/api${NOV}/corrections`, undefined, 200],
	['POST', `/api${NOV}/publish`, { draftVersion: 1 }, 409],
	['POST', `/api${NOV}/revisions`, { draftVersion: 1, reason: '迟到的数据' }, 409],
	[
		'POST',
		'/api/data-quality/reviews',
		{ month: '2026-11', device: 'a-0', doubt: 'moved', days: ['2026-11-03'], verdict: 'harmless', reason: '移位' },
		201,
	],
] as const)('only staff may %s %s', async (method, path, body, done) => {
	expect(await statuses(method, path, body)).toEqual([401, 403, 403, done])
})

test('only staff see how well devices are heard', async () => {
	expect(await statuses('GET', '/api/data-quality', undefined, { month: '2026-11' })).toEqual([401, 403, 403, 200])
})

test('forecasts of a village are for staff and the heads of its courtyards', async () => {
	expect(await statuses('GET', '/api/forecasts', undefined, { village: 'village-1' })).toEqual([401, 200, 200, 200])
})

test('a rectification plan is added by staff or the head of the courtyard, for one on the black list', async () => {
	const plan = (courtyard: string) => ({ courtyard, text: '增加清运', due: '2026-12-20' })
	expect(await statuses('POST', `/api${NOV}/plans`, plan('c'))).toEqual([401, 403, 201, 201])
	expect(await statuses('POST', `/api${NOV}/plans`, plan('b'))).toEqual([401, 403, 403, 409])
})
