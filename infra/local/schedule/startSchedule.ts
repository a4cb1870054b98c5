import type { Invoke } from '../lambda/invokeResult.ts'
import { nextRun } from './nextRun.ts'
import { scheduledEvent } from './scheduledEvent.ts'

export type ScheduleOptions = {
	readonly name: string
	readonly arn: string
	readonly expression: string
	/** IANA name. */
	readonly timezone: string
	/** JSON text; when absent the function gets the scheduler's own event. */
	readonly input?: string
	readonly invoke: Invoke
	readonly log: (line: string) => void
	/** Milliseconds since 1970. */
	readonly now?: () => number
}

export type RunningSchedule = {
	/** A run off the beat; where one is in work, waits for it and runs after it. */
	runNow(): Promise<void>
	/** No more runs; resolves when the one in work is finished. */
	close(): Promise<void>
}

/** Long waits are cut into pieces, so that a clock that was set, or a machine that slept, delays a run by a minute at most. */
const longestWaitMs = 60_000

/**
 * Invokes a function by the clock. Each run is computed from the clock anew, so runs do not drift. Where EventBridge
 * would start a second run beside one that is still going on, this skips it and says so: one machine that is too slow
 * for its schedule would only get slower. Runs that were missed while the machine slept are not made up for, but one.
 * A failed run is logged and not repeated: the next one does its work.
 */
export const startSchedule = (options: ScheduleOptions): RunningSchedule => {
	const { name, arn, expression, timezone, input, invoke, log, now = Date.now } = options
	let timer: NodeJS.Timeout | undefined
	let inWork: Promise<void> | undefined
	let due = nextRun(expression, timezone, new Date(now()))

	const run = async (scheduledTime: Date): Promise<void> => {
		const result = await invoke(
			scheduledEvent({ scheduleArn: arn, scheduledTime, ...(input !== undefined && { input }) }),
		)
		if (!result.ok) log(`${name}: the run of ${scheduledTime.toISOString()} failed: ${result.errorMessage}`)
	}

	const begin = (scheduledTime: Date): void => {
		inWork = run(scheduledTime)
			.catch((fault: unknown) => log(`${name}: ${fault instanceof Error ? fault.message : String(fault)}`))
			.finally(() => {
				inWork = undefined
			})
	}

	const tick = (): void => {
		if (due !== undefined && now() >= due.getTime()) {
			const scheduledTime = due
			if (inWork)
				log(`${name}: the run of ${scheduledTime.toISOString()} is skipped, the previous one is still going on`)
			else begin(scheduledTime)
			due = nextRun(expression, timezone, new Date(Math.max(now(), scheduledTime.getTime())))
		}
		wait()
	}

	const wait = (): void => {
		if (due !== undefined) timer = setTimeout(tick, Math.min(longestWaitMs, Math.max(1, due.getTime() - now())))
	}
	wait()

	return {
		runNow: async () => {
			while (inWork) await inWork
			begin(new Date(now()))
			await inWork
		},
		close: async () => {
			clearTimeout(timer)
			await inWork
		},
	}
}
