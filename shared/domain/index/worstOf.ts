import type { IndexRule } from '../../contract/profile/indexProfile.ts'

export type Worst<Name extends string> = {
	/** The worst of the indices. */
	index: number
	/** 首要因子: those that have it, all of them where they tie; none where the profile says it is too good for that. */
	primary: Name[]
}

/** The worst of several indices; undefined (never 0, never 100) where there is none. */
export function worstOf<Name extends string>(
	rule: Pick<IndexRule, 'worst' | 'primaryAbove'>,
	indices: readonly (readonly [Name, number])[],
): Worst<Name> | undefined {
	if (indices.length === 0) return undefined
	const values = indices.map(([, index]) => index)
	const index = rule.worst === 'lowest' ? Math.min(...values) : Math.max(...values)
	const hasPrimary = rule.primaryAbove === undefined || index > rule.primaryAbove
	return { index, primary: hasPrimary ? indices.flatMap(([name, own]) => (own === index ? [name] : [])) : [] }
}
