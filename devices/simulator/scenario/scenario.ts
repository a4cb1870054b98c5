import { Name } from '../../../shared/contract/registry/registry.ts'
import { Revolution } from '../../../shared/contract/telemetry/measurand.ts'
import * as z from '../../../shared/contract/zod.ts'
import { readCheckedFile } from '../../program/checkedFile.ts'

/** Which devices: those that fit all that is said; of these `share`, drawn by the seed. */
const Where = z.strictObject({
	/** Number of the village, from 1. */
	village: z.optional(z.int().check(z.minimum(1))),
	kind: z.optional(Revolution),
	vendor: z.optional(z.enum(['A', 'B', 'C'])),
	share: z._default(z.number().check(z.gt(0), z.maximum(1)), 1),
})
export type Where = z.infer<typeof Where>

/** From when, in hours since the scenario began, and for how long. */
const span = {
	fromHour: z._default(z.number().check(z.minimum(0)), 0),
	hours: z.number().check(z.gt(0), z.maximum(720)),
}
const where = z.prefault(Where, {})

export const ScenarioEvent = z.discriminatedUnion('what', [
	/** What is on the mains is silent; what has a battery goes on measuring, and is heard when the gateway has power again. */
	z.strictObject({ what: z.literal('power-cut'), where, ...span }),
	/** The network is there for some minutes and gone for some; what was measured meanwhile comes as a pack. */
	z.strictObject({
		...{ what: z.literal('network-flapping'), where, ...span },
		upMinutes: z.number().check(z.gt(0), z.maximum(1440)),
		downMinutes: z.number().check(z.gt(0), z.maximum(1440)),
	}),
	/** The clock is fast by so many seconds, slow where negative: -28800 takes local time for UTC. */
	z.strictObject({
		...{ what: z.literal('wrong-clock'), where, ...span },
		offSeconds: z.int().check(z.refine((seconds) => seconds !== 0, { error: 'a clock that is not off is not wrong' })),
	}),
	/** So many times as much waste, from the local day in which it begins to that in which it ends. */
	z.strictObject({ what: z.literal('waste-surge'), ...span, factor: z.number().check(z.gt(0), z.maximum(20)) }),
	/** Rain on top of the weather's, rising to its strongest in the middle. */
	z.strictObject({
		what: z.literal('rain-storm'),
		...span,
		millimetresAnHour: z.number().check(z.gt(0), z.maximum(200)),
	}),
])
export type ScenarioEvent = z.infer<typeof ScenarioEvent>

export const Scenario = z.strictObject({
	name: Name,
	/** What it shows. */
	about: z.strictObject({ zh: z.string().check(z.minLength(1)), en: z.string().check(z.minLength(1)) }),
	hours: z.number().check(z.gt(0), z.maximum(720)),
	events: z.array(ScenarioEvent),
})
export type Scenario = z.infer<typeof Scenario>

/**
 * Reads and checks a scenario file, JSON.
 * @throws Error that says which field is wrong, what was expected and what came
 */
export const readScenario = (file: string): Promise<Scenario> => readCheckedFile('scenario', file, Scenario)
