import type { Move } from '../../../shared/contract/score/whatIf.ts'

/** Sorts the longest way up first and the longest way down last; those ranked on one side only stand apart. */
export const moveKey = ({ places }: Pick<Move, 'places'>): number | null => (places === null ? null : -places)

/** How many of those that are ranked on both sides stand elsewhere. */
export const movedCount = (moves: readonly Pick<Move, 'places'>[]): number =>
	moves.filter(({ places }) => places !== null && places !== 0).length
