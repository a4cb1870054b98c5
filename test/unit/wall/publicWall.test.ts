import { expect, test } from 'vitest'
import { dispatch } from '../../../functions/api/http/dispatch.ts'
import { viewerOf } from '../../../functions/api/http/viewer.ts'
import { WallRanking, WallView } from '../../../shared/contract/wall/publicWall.ts'
import { rankingDesk } from '../../doubles/rankingDesk.ts'
import { residentTask } from '../../doubles/tasks.ts'
import { bodyOf } from '../../doubles/wallDesk.ts'

type Desk = Awaited<ReturnType<typeof rankingDesk>>
const nobody = viewerOf(undefined)
const get = ({ routes }: Pick<Desk, 'routes'>, path: string, query: Record<string, string> = {}) =>
	dispatch(routes, { method: 'GET', path, query, body: undefined, viewer: nobody })
const look = async (desk: Desk): Promise<WallView> => WallView.parse(bodyOf(await get(desk, '/api/public/wall')))
const MINUTE = 60_000

test('anybody sees every courtyard of the township, without an account', async () => {
	const wall = await look(await rankingDesk({ b: 10, a: 30 }))
	expect(wall).toMatchObject({
		township: { id: 'town', name: { zh: '建设镇' } },
		villages: [{ id: 'village-1' }],
		courtyards: [
			{ id: 'a', score: null, band: 'insufficient' },
			{ id: 'b', village: 'village-1', revolutions: { toilet: { score: null } } },
		],
	})
})

test('a draft is nowhere on the wall', async () => {
	const desk = await rankingDesk({ a: 30, b: 10 })
	expect(await look(desk)).toMatchObject({ months: [], ranking: null })
	expect((await get(desk, '/api/public/wall/rankings/2026-11')).status).toBe(404)
})

test('the published ranking stands there in the order of places, with the lists and their reasons', async () => {
	const desk = await rankingDesk({ a: 30, b: 10 })
	await desk.publish()
	const { months, ranking } = await look(desk)
	expect(months).toEqual(['2026-11'])
	expect(ranking).toMatchObject({
		month: '2026-11',
		revision: 1,
		rows: [
			{ courtyard: 'b', rank: 1, score: 90, parts: { environment: 90 }, moved: null },
			{ courtyard: 'a', rank: 2, score: 70 },
		],
		red: [{ courtyard: 'b' }],
		black: [{ courtyard: 'a', planDue: null, underWay: 0, solved: 0 }],
	})
	expect(ranking?.black[0]?.reason.zh).toContain('主要扣分')
	const ofMonth = await get(desk, '/api/public/wall/rankings/2026-11')
	expect(WallRanking.parse(bodyOf(ofMonth))).toEqual(ranking)
})

test('of a plan the day it is due is told, and not what it says', async () => {
	const desk = await rankingDesk({ a: 30, b: 10 })
	await desk.publish()
	const plan = { courtyard: 'a', text: '请张三家清理门前', due: '2026-12-20', at: 1, by: { id: 'u-3', name: '李强' } }
	await desk.plans.add('2026-11', plan)
	const wall = await look(desk)
	expect(wall.ranking?.black).toMatchObject([{ courtyard: 'a', planDue: '2026-12-20' }])
	expect(JSON.stringify(wall)).not.toMatch(/张三|李强|u-3/)
})

test('nothing that a resident wrote, no code, no head and no household is on the wall', async () => {
	const desk = await rankingDesk({ a: 30 })
	const at = desk.clock.now - MINUTE
	const told = residentTask({ id: 'wall.secret-id', code: 'SECRETCODE' }, at)
	await desk.apiPorts.tasks.put({ ...told, courtyard: 'a', what: '张三家的粪水', place: '张三家门口' }, undefined)
	for (const [id, yard] of desk.registry.courtyards)
		(desk.registry.courtyards as Map<string, typeof yard>).set(id, { ...yard, head: '李国富', households: 4711 })
	const wall = await look(desk)
	expect(wall.problems.latest).toMatchObject([{ courtyard: 'a', source: 'resident', what: { zh: '其他问题' } }])
	expect(JSON.stringify(wall)).not.toMatch(/张三|粪水|secret|SECRET|李国富|4711|王芳|household/)
})

test('a screen that asks all day costs the reads of one look a minute', async () => {
	const desk = await rankingDesk({ a: 30 })
	let looks = 0
	const { months } = desk.rankings
	desk.rankings.months = () => {
		looks += 1
		return months.call(desk.rankings)
	}
	await Promise.all([look(desk), look(desk)])
	desk.clock.now += MINUTE - 1
	await look(desk)
	expect(looks).toBe(1)
	desk.clock.now += 1
	await look(desk)
	expect(looks).toBe(2)
})

test('a look that failed is tried again at once', async () => {
	const desk = await rankingDesk({ a: 30 })
	const { months } = desk.rankings
	desk.rankings.months = () => Promise.reject(new Error('throttled'))
	await expect(look(desk)).rejects.toThrow('throttled')
	desk.rankings.months = months
	expect((await look(desk)).courtyards).toHaveLength(1)
})

test('another township than there is, is said to be none', async () => {
	const desk = await rankingDesk({ a: 30 })
	expect(await get(desk, '/api/public/wall', { township: 'elsewhere' })).toMatchObject({ status: 404 })
	expect(await get(desk, '/api/public/wall', { township: 'a b' })).toMatchObject({ status: 400 })
})
