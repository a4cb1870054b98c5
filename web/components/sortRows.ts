/** What rows are ordered by; null is unknown. */
export type SortKey = string | number | null

/** Rows by a key, rising or falling; equal rows keep their order and unknown ones stand last either way. */
export const sortRows = <Row>(rows: readonly Row[], key: (row: Row) => SortKey, isFalling: boolean): Row[] =>
	[...rows].sort((a, b) => {
		const [left, right] = [key(a), key(b)]
		if (left === null || right === null) return Number(left === null) - Number(right === null)
		const order =
			typeof left === 'string' && typeof right === 'string'
				? left.localeCompare(right, 'zh-CN')
				: Number(left) - Number(right)
		return isFalling ? -order : order
	})
