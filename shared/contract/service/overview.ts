import { Name } from '../registry/registry.ts'
import { Band } from '../score/liveViews.ts'
import { Day, Factor, Month } from '../score/score.ts'
import { TaskState } from '../task/taskEvent.ts'
import { TaskView } from '../task/taskView.ts'
import { Revolution } from '../telemetry/measurand.ts'
import * as z from '../zod.ts'

const Words = z.object({ zh: z.string(), en: z.string() })

/** A task as one line of a list. `due`: until when it is to be taken up or mended; null where nobody is waited for. */
export const TaskLine = z.extend(
	z.pick(TaskView, {
		id: true,
		source: true,
		courtyard: true,
		device: true,
		rule: true,
		severity: true,
		severityText: true,
		state: true,
		stateText: true,
		what: true,
		where: true,
		onset: true,
		assignee: true,
	}),
	{ due: z.nullable(z.object({ by: z.iso.datetime(), isOverdue: z.boolean() })) },
)
export type TaskLine = z.infer<typeof TaskLine>

/** Some of many: the first ones, and how many there are. */
const Lines = z.object({ count: z.int(), first: z.array(TaskLine) })

/** What only the township's own people can settle. */
const Desk = z.object({
	/** Months that are over and have no published ranking. */
	drafts: z.array(Month),
	/** Published months that differ from what they would be today, and by how many courtyards. */
	corrections: z.array(z.object({ month: Month, courtyards: z.int() })),
	/** Open appeals of this and the last month. */
	appeals: z.int(),
	/** Channels that cannot be reached. */
	channels: z.array(z.object({ id: z.string(), name: z.string(), failingSince: z.iso.datetime() })),
	/**
	 * Refused messages not replayed yet, of the newest that one look takes in (`isAll`: there are no older ones): those
	 * of the last 24 hours, and of the 24 hours before.
	 */
	quarantine: z.object({ lastDay: z.int(), dayBefore: z.int(), isAll: z.boolean() }),
})

/** `GET /api/overview`: what needs somebody today. */
export const OverviewView = z.object({
	tasks: z.object({
		/** Open ones. `isAll` false: there are more than were counted. */
		count: z.int(),
		isAll: z.boolean(),
		byState: z.partialRecord(TaskState, z.int()),
		/** Overdue or urgent, the longest overdue first. */
		urgent: Lines,
		/** The others for which somebody is waited, the first to be due at the top. */
		soon: Lines,
		/** Nobody has been named who is to do it. */
		unassigned: z.int(),
		/** Called mended, and no sensor can say so: somebody has to look. */
		toVerify: z.int(),
	}),
	/** Sensors that are silent, one by one or many at once, and those whose battery runs low. */
	silent: Lines,
	battery: Lines,
	/** Absent for the village. */
	desk: z.optional(Desk),
})
export type OverviewView = z.infer<typeof OverviewView>

/** How a courtyard's day differs from the day before. */
export const CourtyardChange = z.object({
	courtyard: z.string(),
	name: Name,
	villageName: z.optional(Name),
	score: z.number(),
	band: Band,
	before: z.number(),
	/** Points, two decimals; above zero it is better. */
	change: z.number(),
	/** What changed most in the same direction, and by how many points; null where a score has no parts. */
	cause: z.nullable(
		z.object({ revolution: Revolution, device: z.string(), factor: Factor, points: z.number(), text: Words }),
	),
})
export type CourtyardChange = z.infer<typeof CourtyardChange>

/** `GET /api/overview/changes`: what changed since yesterday. */
export const ChangesView = z.object({
	/** The last day that is over, and the one before it. */
	day: Day,
	before: Day,
	/** Courtyards that have a score on both days; of these, up or down by a point or more. */
	compared: z.int(),
	up: z.int(),
	down: z.int(),
	/** Those, the largest change first; at most twelve. */
	courtyards: z.array(CourtyardChange),
	/** In the last 24 hours. */
	tasks: z.object({ raised: z.int(), verified: z.int(), dismissed: z.int() }),
	/** Doubts about sensors that nobody has looked into, in the month's latest draft; absent for the village. */
	doubts: z.optional(z.object({ month: Month, open: z.int() })),
})
export type ChangesView = z.infer<typeof ChangesView>
