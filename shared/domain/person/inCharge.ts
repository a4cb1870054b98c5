import type { Person } from '../../contract/person.ts'
import type { Courtyard } from '../../contract/registry.ts'

/**
 * Who gets the alerts of a courtyard on a day, Asia/Shanghai: the deputy of that day, or else the head. The first deputy
 * that fits counts, so whoever is back hands back by the calendar alone.
 */
export function inChargeOn({ inCharge }: Pick<Courtyard, 'inCharge'>, day: string): Person | undefined {
	return inCharge?.deputies.find(({ from, until }) => from <= day && day <= until)?.person ?? inCharge?.person
}

/** The courtyards in which somebody stands in for the head on a day. */
export const deputyIn = (person: string, courtyards: Iterable<Courtyard>, day: string): string[] =>
	[...courtyards]
		.filter(({ inCharge }) => inCharge?.deputies.some((d) => d.person.id === person && d.from <= day && day <= d.until))
		.map(({ id }) => id)
