import { Id, Name } from '../registry/registry.ts'
import { Severity } from '../task/severity.ts'
import { TaskState } from '../task/taskEvent.ts'
import * as z from '../zod.ts'

/** What goes out on `evt/sanitation/{courtyard}/tasks`. */
export const Alert = z.object({
	type: z.literal('task'),
	/** The same for every repetition of the same news, so that a receiver can tell a duplicate. */
	dedupeKey: z.string(),
	task: z.string(),
	courtyard: Id,
	/** Of a task that an alarm made; a device also where a report names one. */
	device: z.optional(Id),
	rule: z.optional(z.string()),
	severity: Severity,
	state: TaskState,
	/** ISO 8601, UTC. */
	since: z.iso.datetime(),
	/** What is wrong, where and since when, in plain words. */
	text: z.extend(Name, { zh: z.string(), en: z.string() }),
	/** The same for a loudspeaker: plain sentences. */
	spoken: z.extend(Name, { zh: z.string(), en: z.string() }),
})
export type Alert = z.infer<typeof Alert>
