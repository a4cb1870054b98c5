import type { IndexRule } from '../../contract/profile/indexProfile.ts'
import { measurandIndex, type ScaleOwner, type Scales } from '../profile/scaleFor.ts'
import { type Worst, worstOf } from './worstOf.ts'

export type IndexOf<Name extends string> = Worst<Name> & { indices: Partial<Record<Name, number>> }

/**
 * The index of the values of one instant by any profile: that of each measurand which has a scale, and the worst.
 * @param names the measurands to look at, in the order in which ties are listed
 * @returns undefined where no value is scored
 */
export function indexOfValues<Name extends string>(
	profile: Scales & { index: Pick<IndexRule, 'rounding' | 'worst' | 'primaryAbove'> },
	owner: ScaleOwner,
	values: Readonly<Partial<Record<Name, number>>>,
	names: readonly Name[],
): IndexOf<Name> | undefined {
	const indices: Partial<Record<Name, number>> = {}
	const found: [Name, number][] = []
	for (const name of names) {
		const index = measurandIndex(profile, owner, name, values)
		if (index === undefined) continue
		indices[name] = index
		found.push([name, index])
	}
	const worst = worstOf(profile.index, found)
	return worst && { ...worst, indices }
}
