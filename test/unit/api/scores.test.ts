import { expect, test } from 'vitest'
import { viewerOf } from '../../../functions/api/http/viewer.ts'
import { scoresRoutes } from '../../../functions/api/scores/routes.ts'
import { ExplanationView, ScoresView } from '../../../shared/contract/score/scoreViews.ts'
import { dispatch } from '../../doubles/checkedDispatch.ts'
import { RollupBench } from '../../doubles/rollupBench.ts'
import { AFTER, FIRST, readings, registry } from '../../doubles/threeDays.ts'

const bench = new RollupBench(registry, FIRST)
for (const message of readings) await bench.ingest.ingest({ ...message, receivedAt: AFTER })
await bench.run(AFTER)

const { registry: reader, scores } = bench.ports
const routes = scoresRoutes({ registry: { ...reader, put: async () => {} }, scores, now: () => AFTER })

const get = (path: string, query: Record<string, string> = {}, role = 'staff', courtyards = '') =>
	dispatch(routes, {
		method: 'GET',
		path: `/api/courtyards/${path}`,
		query,
		body: undefined,
		viewer: viewerOf({ role, courtyards }),
	})
const scoresOf = async (query: Record<string, string> = {}): Promise<ScoresView> => {
	const outcome = await get('yard-1/scores', query)
	return ScoresView.parse('body' in outcome ? outcome.body : outcome)
}
const explained = async (period: string): Promise<ExplanationView> => {
	const outcome = await get('yard-1/explanation', { period })
	return ExplanationView.parse('body' in outcome ? outcome.body : outcome)
}

test('by default the last thirty days are told, and that today has no score yet', async () => {
	const view = await scoresOf()
	expect(view).toMatchObject({ from: '2026-10-04', to: '2026-11-02', running: { day: '2026-11-02' } })
	expect(view.days.map(({ day }) => day)).toEqual(['2026-10-30', '2026-10-31', '2026-11-01'])
	expect(view.months).toMatchObject([
		{ month: '2026-10', isRunning: false, validDays: 2, neededDays: 27, isSufficient: false },
		{ month: '2026-11', isRunning: true, validDays: 1 },
	])
})

test('a month is the whole month, whatever days of it are asked for', async () => {
	const [whole] = (await scoresOf()).months
	const view = await scoresOf({ from: '2026-10-31', to: '2026-10-31' })
	expect(view.days).toHaveLength(1)
	expect(view.months).toEqual([whole])
})

test('a day tells its score with two decimals, its revolutions and how much of it is known', async () => {
	const [day] = (await scoresOf()).days
	expect(day).toMatchObject({
		isValid: true,
		coverage: 1,
		revolutions: { toilet: { devices: 1 }, waste: { devices: 1 } },
	})
	expect(day?.score).toBe(Math.round((day?.score ?? 0) * 100) / 100)
	expect(Object.keys(day?.revolutions ?? {})).toEqual(['toilet', 'waste'])
})

test.each(['2026-10', '2026-10-30'])(
	'the lost points of %s are explained in full, in both languages',
	async (period) => {
		const { score, lost, parts, repair } = await explained(period)
		const sum = parts.reduce((total, { points }) => total + points, 0)
		expect(sum).toBeCloseTo(lost ?? 0, 9)
		expect(100 - (score ?? 0)).toBeCloseTo(sum, 1)
		expect(parts.length).toBeGreaterThan(1)
		for (const { text } of parts)
			expect(text).toEqual({ zh: expect.stringMatching(/扣[\d.]+分$/), en: expect.any(String) })
		expect(parts[0]?.text.zh).toMatch(/^1号(公厕|垃圾箱) /)
		expect(repair?.points).toBe(parts[0]?.points)
	},
)

test.each([
	['yard-1/scores', { from: '2026-11-01', to: '2026-10-01' }, 'to'],
	['yard-1/scores', { from: '2025-01-01', to: '2026-10-01' }, 'from'],
	['yard-1/scores', { from: 'yesterday' }, 'from'],
	['yard-1/explanation', {}, 'period'],
	['yard-1/explanation', { period: '2026' }, 'period'],
])('%s?%j is refused for its %s', async (path, query: Record<string, string>, field) => {
	expect(await get(path, query)).toMatchObject({ status: 400, errors: [{ field }] })
})

test('what is not scored is not there, and today is said to be not scored yet', async () => {
	expect(await get('yard-1/explanation', { period: '2026-08' })).toMatchObject({ status: 404 })
	expect(await get('yard-1/explanation', { period: '2026-11-02' })).toMatchObject({
		status: 404,
		detail: expect.stringContaining('00:20'),
	})
	expect(await get('nowhere/scores')).toMatchObject({ status: 404 })
})

test('a head sees his own courtyard and no other', async () => {
	const period = { period: '2026-10' }
	expect((await get('yard-1/explanation', period, 'head', 'yard-1')).status).toBe(200)
	expect((await get('yard-1/explanation', period, 'head', 'yard-2')).status).toBe(403)
	expect((await get('yard-1/scores', {}, 'head', 'yard-2')).status).toBe(403)
	expect((await get('yard-1/scores', {}, 'nobody')).status).toBe(401)
})
