import { expect, test } from 'vitest'
import type { Task } from '../../../shared/contract/task/task.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { type ResponseTask, response, responseTask } from '../../../shared/domain/ranking/response.ts'

const HOUR = 3_600_000
const NOW = 1000 * HOUR
const task = (id: string, said: Partial<ResponseTask> = {}): ResponseTask => ({
	id,
	concerns: 'environment',
	raisedAt: 0,
	fixBy: 24 * HOUR,
	verifiedAt: 20 * HOUR,
	isVoid: false,
	...said,
})
const { verifiedAt: _, ...open } = task('open')

test('the response is the share of tasks that were verified in time', () => {
	const tasks = [task('a'), task('b'), task('c', { verifiedAt: 25 * HOUR }), { ...open, id: 'd' }]
	expect(response(defaultProfile, tasks, NOW)).toEqual({ score: 50, counted: 4, within: 2, late: ['c', 'd'] })
})

test('a task whose time is not up neither helps nor harms', () => {
	expect(response(defaultProfile, [{ ...open, fixBy: NOW + 1 }], NOW)).toMatchObject({ counted: 0, score: null })
})

test('a sensor that needs care, and a task that proved void, are not the courtyard’s matter', () => {
	const tasks = [task('a', { concerns: 'device' }), task('b', { isVoid: true, verifiedAt: 900 * HOUR })]
	expect(response(defaultProfile, tasks, NOW)).toMatchObject({ counted: 0, late: [] })
})

test('two tasks are too few to judge by', () => {
	expect(response(defaultProfile, [task('a'), task('b')], NOW)).toMatchObject({ score: null, counted: 2, within: 2 })
	expect(response(defaultProfile, [task('a'), task('b'), task('c')], NOW)).toMatchObject({ score: 100 })
})

test.each(['resident', 'inspection', 'order'] as const)('what is reported (%s) never costs a point', (source) => {
	expect(responseTask({ source } as Task)).toBeUndefined()
})
