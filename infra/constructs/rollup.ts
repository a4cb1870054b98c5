import { Duration } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import { Clockwork } from './clockwork.ts'
import type { Operators } from './operators.ts'
import { ServiceFunction } from './serviceFunction.ts'
import type { Tables } from './tables.ts'

export interface RollupProps {
	readonly operators: Operators
	readonly tables: Tables
}

/** Scores by day, every quarter of an hour: days that are over, days of which readings came late; draft rankings. */
export class Rollup extends Construct {
	readonly service: ServiceFunction
	constructor(scope: Construct, id: string, { operators, tables }: RollupProps) {
		super(scope, id)
		const rollup = new ServiceFunction(this, 'Service', {
			name: 'rollup',
			description: 'Every quarter of an hour: scores of days that are over or were late, draft rankings',
			// The memory that comes with one whole processor: bench:rollup needs 0.6 GB and 9 s of it for 5,000 devices.
			memorySize: 1769,
			timeout: Duration.minutes(15),
			alarm: {
				errors: 2,
				minutes: 60,
				title: { zh: '评分汇总失败', en: 'The rollup fails' },
				meaning: 'Days are not scored. Read its log.',
			},
			operators,
		})
			.uses(tables.registry, ['Query', 'GetItem'])
			.uses(tables.telemetry, ['Query'])
			// Marks of late days and of drafts are deleted when they are done.
			.uses(tables.scores, ['Query', 'GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'])
			// How soon what the sensors raised was mended is a part of the ranking.
			.uses(tables.tasks, ['Query'], ['byCourtyard'])

		new Clockwork(this, 'EveryQuarterHour', {
			operators,
			wakes: rollup,
			every: Duration.minutes(15),
			maxAge: Duration.minutes(5),
			stopped: {
				title: { zh: '评分汇总停止运行', en: 'The rollup has stopped' },
				meaning: 'The rollup has not run for two hours. Look at its schedule.',
				period: Duration.hours(1),
				periods: 2,
			},
		})
		this.service = rollup
	}
}
