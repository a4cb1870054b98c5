import { AlarmTask } from '../../shared/contract/task/task.ts'
import type { TaskEvent } from '../../shared/contract/task/taskEvent.ts'
import * as z from '../../shared/contract/zod.ts'
import type { Aws } from './aws.ts'

const Hour = z.object({
	hour: z.string(),
	readings: z.pipe(
		z.set(z.string()),
		z.transform((members) => [...members].sort()),
	),
	carry: z.string(),
	alarms: z._default(z.string(), '[]'),
})
const StoredTask = z.extend(z.omit(AlarmTask, { id: true }), { task: z.string() })

/**
 * What the tables say about a device, with its id taken out so that two devices can be compared: readings, alarm
 * states and histories, tasks and their trails. Left out is how it came about: revisions and versions count writes, and
 * a withdrawn task is one that never was.
 */
export const factsOf = async (aws: Aws, device: string) => {
	const hours = (await aws.scan('telemetry')).filter((item) => item.device === device)
	const tasks = (await aws.scan('tasks')).filter((item) => item.device === device).map((item) => StoredTask.parse(item))
	return {
		hours: hours.map((item) => Hour.parse(item)).sort(by(({ hour }) => hour)),
		tasks: tasks
			.filter(({ state }) => state !== 'withdrawn')
			.sort(by(({ alarm }) => String(alarm.onset)))
			.map(({ task, rule, severity, concerns, courtyard, state, events, alarm: { statements, ...alarm } }) => ({
				task: task.replace(device, ''),
				...{ rule, severity, concerns, courtyard, state, alarm },
				events: events.map((event) => trailOf(event, device)),
				statements: Object.entries(statements)
					.flatMap(([hour, { interval }]) => (interval ? [{ hour, interval }] : []))
					.sort(by(({ hour }) => hour)),
			})),
	}
}

/** What the clock adds to a trail follows from the alarms; when it looked does not. */
const trailOf = ({ at, ...event }: TaskEvent, device: string) => ({
	...(event.actor.kind === 'machine' ? {} : { at }),
	...event,
	data: JSON.stringify(event.data ?? {}).replaceAll(device, ''),
})

const by =
	<Item>(key: (item: Item) => string) =>
	(a: Item, b: Item): number =>
		key(a) < key(b) ? -1 : 1
