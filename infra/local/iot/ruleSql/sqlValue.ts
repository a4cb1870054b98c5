/** A value of the rule SQL: JSON, or Undefined (a key that is not there, a function given what it cannot take). */
export type SqlValue =
	| undefined
	| null
	| boolean
	| number
	| string
	| readonly SqlValue[]
	| { readonly [key: string]: SqlValue }

export const isSqlObject = (value: SqlValue): value is { readonly [key: string]: SqlValue } =>
	typeof value === 'object' && value !== null && !Array.isArray(value)

const decimal = /^-?\d+(\.\d+)?(e-?\d+)?$/i

/** The reference's conversion to Decimal, for operators: Booleans, Null, arrays and objects give Undefined. */
export const toDecimal = (value: SqlValue): number | undefined => {
	if (typeof value === 'number') return value
	return typeof value === 'string' && decimal.test(value) ? Number(value) : undefined
}

/** To Int: a Decimal is rounded to the nearest Int, the Decimal in a string is cut off. */
export const toInt = (value: SqlValue): number | undefined => {
	if (typeof value === 'number') return Math.round(value)
	const parsed = toDecimal(value)
	return parsed === undefined ? undefined : Math.trunc(parsed)
}

/** To Boolean: only Booleans and the strings "true" and "false", in any case. */
export const toBoolean = (value: SqlValue): boolean | undefined => {
	if (typeof value === 'boolean') return value
	if (typeof value !== 'string') return undefined
	return { true: true, false: false }[value.toLowerCase()]
}

/** To String: arrays and objects as JSON; Null and Undefined give Undefined. */
export const toText = (value: SqlValue): string | undefined => {
	if (value === undefined || value === null) return undefined
	return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Deep equality; the order of an object's keys does not matter. */
export const isEqual = (left: SqlValue, right: SqlValue): boolean => {
	if (Array.isArray(left) && Array.isArray(right)) {
		return left.length === right.length && left.every((item, index) => isEqual(item, right[index]))
	}
	if (isSqlObject(left) && isSqlObject(right)) {
		const keys = Object.keys(left)
		return (
			keys.length === Object.keys(right).length &&
			keys.every((key) => Object.hasOwn(right, key) && isEqual(left[key], right[key]))
		)
	}
	return left === right
}
