import { scheduleFromTemplate } from '../schedule/scheduleDefinition.ts'
import { startSchedule } from '../schedule/startSchedule.ts'
import { type Functions, functionNamed } from './functions.ts'
import type { Prepared } from './prepare.ts'
import type { Teardown } from './teardown.ts'

export interface Schedules {
	/** Scores off the beat; one run at a time, as ever. */
	readonly runRollup: () => Promise<void>
}

/** Begins to call the functions by the clock, as the template's schedules say. */
export const startSchedules = (
	{ ofType }: Prepared,
	functions: Functions,
	log: (line: string) => void,
	teardown: Teardown,
): Schedules => {
	const all: { logicalId: string; runNow: () => Promise<void> }[] = []
	for (const { logicalId, name, arn, properties } of ofType('AWS::Scheduler::Schedule')) {
		const { enabled, functionArn, ...schedule } = scheduleFromTemplate(logicalId, properties)
		if (!enabled) continue
		const invoke = functionNamed(functions, functionArn, logicalId)
		const running = startSchedule({ ...schedule, name, arn, invoke, log })
		teardown.add(`schedule ${name}`, running.close)
		all.push({ logicalId, runNow: running.runNow })
	}
	return {
		runRollup: async () => {
			await Promise.all(all.filter(({ logicalId }) => logicalId.startsWith('Rollup')).map(({ runNow }) => runNow()))
		},
	}
}
