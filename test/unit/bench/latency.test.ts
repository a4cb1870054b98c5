import { expect, test } from 'vitest'
import { planOf } from '../../bench/latency/plan.ts'
import { Steps } from '../../bench/latency/steps.ts'

const bins = ['bin-1', 'bin-2', 'bin-3']

test('each bin is set on fire once, after it was well for a while, and burns to the end', () => {
	const plan = planOf(bins, 6, 1)
	for (const bin of bins) {
		const own = plan.filter(({ device }) => device === bin)
		const at = own.findIndex(({ burns }) => burns)
		expect(own).toHaveLength(6)
		expect(at).toBeGreaterThanOrEqual(2)
		expect(own.filter(({ burns }) => burns)).toHaveLength(1)
		expect(own.map(({ values }) => Number(values.temperature) > 60)).toEqual(own.map((_, i) => i >= at))
	}
})

test('the same seed makes the same plan', () => {
	expect(planOf(bins, 6, 7)).toEqual(planOf(bins, 6, 7))
	expect(planOf(bins, 6, 7)).not.toEqual(planOf(bins, 6, 8))
})

test('a step is timed from the publish, the first time it is reached, and only for what was published', async () => {
	const steps = new Steps(['stored'])
	steps.published('bin-1')
	expect(steps.waitingFor('stored')).toEqual(['bin-1'])
	steps.reached('stored', 'bin-1')
	const { stored } = steps.summary()
	await new Promise((resolve) => setTimeout(resolve, 20))
	steps.reached('stored', 'bin-1')
	steps.reached('stored', 'bin-2')
	expect(steps.waitingFor('stored')).toEqual([])
	expect(steps.summary()).toEqual({ stored })
	expect(stored.p50).toBeLessThan(10)
	await steps.all('stored')
})
