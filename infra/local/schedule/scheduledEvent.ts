import { randomUUID } from 'node:crypto'

export type ScheduledEventOptions = {
	readonly scheduleArn: string
	/** The template's input; `<aws.scheduler.scheduled-time>` and its like in it are filled in. */
	readonly input?: string
	readonly scheduledTime: Date
}

/** Without fractions of a second, as the scheduler writes it. */
const isoSeconds = (time: Date): string => time.toISOString().replace(/\.\d{3}Z$/, 'Z')

/**
 * What the function is invoked with. Throws a SyntaxError when the input is not JSON.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html
 */
export const scheduledEvent = ({ scheduleArn, input, scheduledTime }: ScheduledEventOptions): unknown => {
	const [, , , region = '', account = ''] = scheduleArn.split(':')
	const executionId = randomUUID()
	if (input === undefined)
		return {
			version: '0',
			id: executionId,
			'detail-type': 'Scheduled Event',
			source: 'aws.scheduler',
			account,
			time: isoSeconds(scheduledTime),
			region,
			resources: [scheduleArn],
			detail: '{}',
		}
	const context = new Map([
		['<aws.scheduler.schedule-arn>', scheduleArn],
		['<aws.scheduler.scheduled-time>', isoSeconds(scheduledTime)],
		['<aws.scheduler.execution-id>', executionId],
		['<aws.scheduler.attempt-number>', '1'],
	])
	return JSON.parse(input.replace(/<aws\.scheduler\.[a-z-]+>/g, (attribute) => context.get(attribute) ?? attribute))
}
