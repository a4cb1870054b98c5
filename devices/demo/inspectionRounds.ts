import type { NewInspection } from '../../shared/contract/inspection/inspection.ts'
import type { InspectionItem } from '../../shared/contract/profile/judgingRules.ts'
import { draw, textHash } from '../hash.ts'

/** How often an inspector finds a defect that the profile suggests. */
const found = { neglected: 0.6, steady: 0.12 }
/** One courtyard in so many is not visited in a month. */
const oneIn = 6
const firstRound = 6
const rounds = 20

/**
 * What the staff of the demo township find on their rounds of a month: one sheet for most courtyards, with more defects
 * where the devices are neglected as well. The same seed gives the same sheets.
 * @param month `2026-10`
 */
export const inspectionRounds = (
	month: string,
	courtyards: readonly string[],
	neglected: ReadonlySet<string>,
	items: readonly Pick<InspectionItem, 'id' | 'defects'>[],
	seed: number,
): NewInspection[] =>
	courtyards.flatMap((courtyard) => {
		const key = textHash(`${month} ${courtyard}`)
		if (Math.floor(draw(key, seed, 0) * oneIn) === 0) return []
		const day = firstRound + Math.floor(draw(key, seed, 1) * rounds)
		const often = neglected.has(courtyard) ? found.neglected : found.steady
		return {
			courtyard,
			day: `${month}-${String(day).padStart(2, '0')}`,
			deductions: items.flatMap(({ id, defects }) =>
				defects.flatMap(({ name, points }, n) =>
					draw(textHash(`${courtyard} ${id}`) ^ key, seed, n + 2) < often ? { item: id, defect: name, points } : [],
				),
			),
		}
	})
