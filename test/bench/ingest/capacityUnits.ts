import { isDeepStrictEqual as same } from 'node:util'
import { type TableName, tables } from '../../../functions/adapters/tables/tableKeys.ts'
import { type Item, itemSize } from './itemSize.ts'

const WRITE_UNIT = 1024
const READ_UNIT = 4096

/**
 * Write units of one write, indexes included, by the Developer Guide's rules:
 *
 * - table: one for each started KB of the larger of the item before and after; a write that changes nothing, or whose
 *   condition fails, costs as much, and at least one ("Capacity unit consumption for writes")
 * - each index ("Using Global Secondary Indexes", "Write capacity"; here every index projects all attributes):
 *   item enters or leaves the index 1 write, its index key changes 2 (delete and put), another attribute changes 1,
 *   nothing changes or not in the index before and after 0; each by the size of the index entry
 */
export function writeUnits(table: TableName, before: Item | undefined, after: Item | undefined): number {
	const largest = Math.max(before ? itemSize(before) : 0, after ? itemSize(after) : 0)
	let units = unitsOf(largest, WRITE_UNIT)
	for (const key of Object.values(tables[table].indexes as Record<string, IndexKey>)) {
		units += indexWriteUnits(key, before, after)
	}
	return units
}

/** Units of a write that was refused by its condition: the table's alone, for the item as it stays. */
export const refusedWriteUnits = (before: Item | undefined): number =>
	unitsOf(before ? itemSize(before) : 0, WRITE_UNIT)

/** Units of a Query or of one item got: the sum of the items in started 4 KB, half when eventually consistent. */
export function readUnits(items: readonly Item[], isConsistent: boolean): number {
	const bytes = items.reduce((sum, item) => sum + itemSize(item), 0)
	return unitsOf(bytes, READ_UNIT) * (isConsistent ? 1 : 0.5)
}

/** Of a batch each item is rounded up by itself, and one that is not there costs as much as the smallest. */
export const batchReadUnits = (items: readonly Item[], asked: number, isConsistent: boolean): number =>
	items.reduce(
		(sum, item) => sum + readUnits([item], isConsistent),
		(asked - items.length) * readUnits([], isConsistent),
	)

type IndexKey = { partitionKey: string; sortKey: string }

function indexWriteUnits(key: IndexKey, before: Item | undefined, after: Item | undefined): number {
	const was = entryOf(key, before)
	const is = entryOf(key, after)
	if (!was && !is) return 0
	if (!was || !is) return unitsOf(itemSize(was ?? is ?? {}), WRITE_UNIT)
	if (!same(was[key.partitionKey], is[key.partitionKey]) || !same(was[key.sortKey], is[key.sortKey])) {
		return unitsOf(itemSize(was), WRITE_UNIT) + unitsOf(itemSize(is), WRITE_UNIT)
	}
	return same(was, is) ? 0 : unitsOf(Math.max(itemSize(was), itemSize(is)), WRITE_UNIT)
}

/** The item as it stands in the index; undefined where it lacks a part of the index's key. */
const entryOf = ({ partitionKey, sortKey }: IndexKey, item: Item | undefined): Item | undefined =>
	item?.[partitionKey] && item[sortKey] ? item : undefined

const unitsOf = (bytes: number, unit: number): number => Math.max(1, Math.ceil(bytes / unit))
