import { expect, test } from 'vitest'
import { appealsRoutes } from '../../../functions/api/appeals/routes.ts'
import { inspectionsRoutes } from '../../../functions/api/inspections/routes.ts'
import { dispatch } from '../../doubles/checkedDispatch.ts'
import { head, scoringDesk, staff } from '../../doubles/scoringDesk.ts'
import { wish } from './appealBench.ts'

const sheet = { courtyard: 'yard-1', day: '2026-11-21', deductions: [] }

test('wrong input for an appeal or a sheet names its field', async () => {
	const routes = [...inspectionsRoutes(scoringDesk()), ...appealsRoutes(scoringDesk())]
	const post = (path: string, viewer: typeof staff, body: unknown) =>
		dispatch(routes, { method: 'POST', path, query: {}, body: JSON.stringify(body), viewer })
	const from = { ...wish, subject: { ...wish.subject, from: 'yesterday' } }
	expect(await post('/api/appeals', head, from)).toMatchObject({
		status: 400,
		errors: [{ field: 'subject.from', message: 'an instant like "2026-11-24T08:00:00+08:00"' }],
	})
	expect(await post('/api/appeals', head, { ...wish, reason: ' ' })).toMatchObject({
		errors: [{ field: 'reason', message: 'say why, in 1 to 500 characters' }],
	})
	const deductions = [{ item: 'toilets', points: -5, note: '脏' }]
	expect(await post('/api/inspections', staff, { ...sheet, deductions })).toMatchObject({
		errors: [{ field: 'deductions.0.points' }],
	})
})
