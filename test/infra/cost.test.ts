import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { tables } from '../../functions/adapters/tables/tableKeys.ts'
import { template } from '../../infra/commands/cost/deployment.ts'
import { Stage } from '../../infra/stages/stage.ts'
import * as z from '../../shared/contract/zod.ts'
import { everyStage } from './everyStage.ts'

const Alarm = z.object({ Metrics: z.optional(z.array(z.object({ MetricStat: z.optional(z.unknown()) }))) })

test.each(everyStage())('what the cost model counts is what the stage %s has', (_name, stack) => {
	const alarmMetrics = stack
		.ofType('AWS::CloudWatch::Alarm')
		.map(
			({ Properties }) =>
				Alarm.parse(Properties).Metrics?.filter(({ MetricStat }) => MetricStat !== undefined).length ?? 1,
		)
	const counted = alarmMetrics.reduce((a, b) => a + b, 0)
	expect(counted).toBeLessThanOrEqual(template.alarmMetrics)
	expect(counted).toBeGreaterThan(template.alarmMetrics / 2)
	expect(stack.ofType('AWS::CloudWatch::Dashboard')).toHaveLength(template.dashboards)

	const minutes = stack
		.ofType('AWS::Scheduler::Schedule')
		.map(({ Properties }) => Number(/^rate\((\d+) minutes?\)$/.exec(String(Properties.ScheduleExpression))?.[1]))
	expect(minutes.map((every) => 60 / every).toSorted()).toEqual(Object.values(template.runsAnHour).toSorted())

	for (const { Properties } of stack.ofType('AWS::Kinesis::Stream')) {
		expect(Properties.ShardCount).toBe(template.stream.leastShards)
		const factors = stack
			.ofType('AWS::Lambda::EventSourceMapping')
			.map((source) => source.Properties.ParallelizationFactor)
		expect(factors).toContain(template.stream.batchesAShard)
	}

	for (const [name, memory] of Object.entries(template.memoryMb)) {
		const id = `${name.charAt(0).toUpperCase()}${name.slice(1)}ServiceFunction`
		expect(stack.the(id).Properties.MemorySize, name).toBe(memory)
	}
})

test('what the cost model takes as the least capacity is that of the stage county', () => {
	const { billing } = Stage.parse(JSON.parse(readFileSync('infra/stages/county.json', 'utf8')))
	if (billing.mode !== 'provisioned') throw new Error('county is not provisioned')
	const sum = (kind: 'read' | 'write'): number =>
		(['registry', 'scores', 'tasks'] as const).reduce(
			(total, name) => total + billing[name][kind].min * (1 + Object.keys(tables[name].indexes).length),
			0,
		)
	expect(template.leastCapacity).toEqual({ read: sum('read'), write: sum('write') })
})
