import { expect, test } from 'vitest'
import { settleDue } from '../../../functions/sweep/settleDue.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { askReporter } from '../../../shared/domain/wall/askReporter.ts'
import { followedView } from '../../../shared/domain/wall/followedView.ts'
import { IngestBench } from '../../doubles/ingestBench.ts'
import { alarmTask, inspectionTask, RAISED, residentTask } from '../../doubles/tasks.ts'
import { registryOf } from '../../doubles/township.ts'

const DAY = 86_400_000
const fixed = residentTask({ id: 'wall.1', code: 'ABCDEFGHJK' }, RAISED)
const after = (days: number) => askReporter(fixed, RAISED + days * DAY, defaultProfile).is

test('two days after a repair the reporter is asked, and five days later silence is a yes', () => {
	expect([0, 1.99, 2, 6.99, 7].map(after)).toEqual(['may-answer', 'may-answer', 'asked', 'asked', 'over'])
})

test('nobody is asked of what is not called fixed, nor of alarms and inspections', () => {
	const asked = (task: Parameters<typeof askReporter>[0]) => askReporter(task, RAISED + 3 * DAY, defaultProfile).is
	expect(asked({ ...fixed, state: 'in-progress' })).toBe('none')
	expect(asked({ ...alarmTask(), state: 'fixed' })).toBe('none')
	expect(asked({ ...inspectionTask(), state: 'fixed' })).toBe('none')
})

test('the clock verifies an unanswered repair once, says why, and tells nobody anew', async () => {
	const registry = registryOf()
	const bench = new IngestBench(registry, RAISED)
	const ports = { tasks: bench.tasks, list: bench.tasks, telemetry: bench.telemetry }
	await bench.tasks.put(fixed, undefined)
	expect(fixed.nextStepAt).toBe(RAISED + 7 * DAY)
	expect(await settleDue(registry, fixed, ports, RAISED + 7 * DAY - 1)).toBeUndefined()
	await Promise.all([1, 2].map(() => settleDue(registry, fixed, ports, RAISED + 7 * DAY)))
	const done = await bench.tasks.get(fixed.id)
	if (done?.source !== 'resident') throw new Error('the report is gone')
	expect(done).toMatchObject({ state: 'verified', version: fixed.version + 1, alert: fixed.alert })
	expect(done.events.at(-1)).toMatchObject({ actor: { kind: 'machine' }, data: { reason: 'unanswered' } })
	expect(done.nextStepAt).toBeUndefined()
	expect(followedView(registry, done, 0, RAISED).steps.at(-1)?.text.zh).toBe('报告人未答复，视为已解决')
})
