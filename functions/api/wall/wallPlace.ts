import type { Courtyard, Name } from '../../../shared/contract/registry/registry.ts'
import type { Registry } from '../../../shared/ports/registry.ts'

/** A township with its villages, in the order of their ids. */
export type Place = { id: string; name: Name; villages: { id: string; name: Name }[] }

/** The township of that id; the first where none is named. */
export function placeOf({ townships, villages }: Registry, id: string | undefined): Place | undefined {
	const township = id === undefined ? [...townships.values()].sort(byId)[0] : townships.get(id)
	if (!township) return undefined
	const own = [...villages.values()].filter((village) => village.township === township.id).sort(byId)
	return { id: township.id, name: township.name, villages: own.map(({ id: village, name }) => ({ id: village, name })) }
}

/** Its courtyards, village by village. */
export const courtyardsOf = ({ courtyards }: Registry, { villages }: Place): Courtyard[] =>
	villages.flatMap(({ id }) => [...courtyards.values()].filter(({ village }) => village === id).sort(byId))

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)
