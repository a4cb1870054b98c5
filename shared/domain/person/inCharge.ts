import type { Person } from '../../contract/people/person.ts'
import type { Courtyard, Deputy } from '../../contract/registry/registry.ts'
import { addDays } from '../time/shanghai.ts'

/**
 * Who gets the alerts of a courtyard on a day, Asia/Shanghai: the deputy of that day, or else the head. The first deputy
 * that fits counts, so whoever is back hands back by the calendar alone.
 */
export function inChargeOn({ inCharge }: Pick<Courtyard, 'inCharge'>, day: string): Person | undefined {
	return inCharge?.deputies.find((deputy) => actsOn(deputy, day))?.person ?? inCharge?.person
}

/** Whether a deputy stands in on a day, Asia/Shanghai. */
export const actsOn = ({ from, until, ended }: Deputy, day: string): boolean =>
	from <= day && day <= until && (ended === undefined || day < ended.on)

/** The last day on which a deputy stands in; his first where he was called off before he began. */
export const lastDayOfDeputy = ({ from, until, ended }: Deputy): string =>
	ended === undefined || ended.on > until ? until : ended.on > from ? addDays(ended.on, -1) : from

/**
 * A courtyard's entry put over what is on record: who is in charge and the deputies stay where the entry does not speak of
 * them, and whom the head himself named is not forgotten by an entry that does not know of him.
 */
export function withDeputies(known: Courtyard | undefined, put: Courtyard): Courtyard {
	const before = known?.inCharge
	if (!before) return put
	if (!put.inCharge) return { ...put, inCharge: before }
	const { person, deputies } = put.inCharge
	const isNamed = (one: Deputy) => deputies.some((d) => d.person.id === one.person.id && d.from === one.from)
	const kept = before.deputies.filter((one) => deputies.length === 0 || (one.namedBy !== undefined && !isNamed(one)))
	return { ...put, inCharge: { person, deputies: [...deputies, ...kept] } }
}

/** The courtyards in which somebody stands in for the head on a day. */
export const deputyIn = (person: string, courtyards: Iterable<Courtyard>, day: string): string[] =>
	[...courtyards]
		.filter(({ inCharge }) => inCharge?.deputies.some((d) => d.person.id === person && actsOn(d, day)))
		.map(({ id }) => id)
