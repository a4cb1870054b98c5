import * as z from 'zod'
import { Revolution } from '../../../shared/contract/measurand.ts'
import { Name } from '../../../shared/contract/registry.ts'
import { readCheckedFile } from '../../program/checkedFile.ts'

/** Which devices: those that fit all that is said; of these `share`, drawn by the seed. */
const Where = z.strictObject({
	/** Number of the village, from 1. */
	village: z.int().min(1).optional(),
	kind: Revolution.optional(),
	vendor: z.enum(['A', 'B', 'C']).optional(),
	share: z.number().gt(0).max(1).default(1),
})
export type Where = z.infer<typeof Where>

/** From when, in hours since the scenario began, and for how long. */
const span = { fromHour: z.number().min(0).default(0), hours: z.number().gt(0).max(720) }
const where = Where.prefault({})

export const ScenarioEvent = z.discriminatedUnion('what', [
	/** What is on the mains is silent; what has a battery goes on measuring, and is heard when the gateway has power again. */
	z.strictObject({ what: z.literal('power-cut'), where, ...span }),
	/** The network is there for some minutes and gone for some; what was measured meanwhile comes as a pack. */
	z.strictObject({
		...{ what: z.literal('network-flapping'), where, ...span },
		upMinutes: z.number().gt(0).max(1440),
		downMinutes: z.number().gt(0).max(1440),
	}),
	/** The clock is fast by so many seconds, slow where negative: -28800 takes local time for UTC. */
	z.strictObject({
		...{ what: z.literal('wrong-clock'), where, ...span },
		offSeconds: z.int().refine((seconds) => seconds !== 0, { error: 'a clock that is not off is not wrong' }),
	}),
	/** So many times as much waste, from the local day in which it begins to that in which it ends. */
	z.strictObject({ what: z.literal('waste-surge'), ...span, factor: z.number().gt(0).max(20) }),
	/** Rain on top of the weather's, rising to its strongest in the middle. */
	z.strictObject({ what: z.literal('rain-storm'), ...span, millimetresAnHour: z.number().gt(0).max(200) }),
])
export type ScenarioEvent = z.infer<typeof ScenarioEvent>

export const Scenario = z.strictObject({
	name: Name,
	/** What it shows. */
	about: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
	hours: z.number().gt(0).max(720),
	events: z.array(ScenarioEvent),
})
export type Scenario = z.infer<typeof Scenario>

/**
 * Reads and checks a scenario file, JSON.
 * @throws Error that says which field is wrong, what was expected and what came
 */
export const readScenario = (file: string): Promise<Scenario> => readCheckedFile('scenario', file, Scenario)
