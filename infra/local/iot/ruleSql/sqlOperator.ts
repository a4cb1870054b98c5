import { isEqual, type SqlValue, toBoolean, toDecimal, toText } from './sqlValue.ts'
import type { BinaryOperator } from './syntax.ts'

const compare =
	(holds: (left: number, right: number) => boolean) =>
	(left: SqlValue, right: SqlValue): SqlValue => {
		const [a, b] = [toDecimal(left), toDecimal(right)]
		return a === undefined || b === undefined ? undefined : holds(a, b)
	}

/** A result that is no number (division by zero) has no representation in JSON: Undefined. */
const calculate =
	(operation: (left: number, right: number) => number, ofInts = operation) =>
	(left: SqlValue, right: SqlValue): SqlValue => {
		const [a, b] = [toDecimal(left), toDecimal(right)]
		if (a === undefined || b === undefined) return undefined
		const result = (Number.isInteger(left) && Number.isInteger(right) ? ofInts : operation)(a, b)
		return Number.isFinite(result) ? result : undefined
	}

const logical =
	(operation: (left: boolean, right: boolean) => boolean) =>
	(left: SqlValue, right: SqlValue): SqlValue => {
		const [a, b] = [toBoolean(left), toBoolean(right)]
		return a === undefined || b === undefined ? undefined : operation(a, b)
	}

const add = calculate((left, right) => left + right)
const concatenate = (left: SqlValue, right: SqlValue): SqlValue => {
	const [a, b] = [toText(left), toText(right)]
	return a === undefined || b === undefined ? undefined : a + b
}

/**
 * The operators by the tables of the AWS IoT SQL reference (iot-sql-operators). A whole number is an Int here, which is
 * what SQL version 2016-03-23 makes of `10.0` too; Int / Int is an Int.
 */
export const sqlOperators: Readonly<Record<BinaryOperator, (left: SqlValue, right: SqlValue) => SqlValue>> = {
	AND: logical((left, right) => left && right),
	OR: logical((left, right) => left || right),
	'=': (left, right) => (left === undefined || right === undefined ? undefined : isEqual(left, right)),
	'<>': (left, right) => (left === undefined || right === undefined ? undefined : !isEqual(left, right)),
	'<': compare((left, right) => left < right),
	'<=': compare((left, right) => left <= right),
	'>': compare((left, right) => left > right),
	'>=': compare((left, right) => left >= right),
	'+': (left, right) => (typeof left === 'string' || typeof right === 'string' ? concatenate : add)(left, right),
	'-': calculate((left, right) => left - right),
	'*': calculate((left, right) => left * right),
	'/': calculate(
		(left, right) => left / right,
		(left, right) => Math.trunc(left / right),
	),
	'%': calculate((left, right) => left % right),
}
