import * as z from '../../../../shared/contract/zod.ts'

/** https://docs.aws.amazon.com/general/latest/gr/iot-core.html#device-shadow-limits: levels of desired or reported. */
const deepest = 8

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json }
export type JsonObject = { [name: string]: Json }

export const JsonObject: z.ZodMiniType<JsonObject> = z.record(z.string(), z.json())

const isObject = (value: Json | undefined): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value)

/** Objects are merged, everything else takes the place of what was there, null takes it away. */
export const merge = (before: JsonObject, change: JsonObject): JsonObject => {
	const after: JsonObject = { ...before }
	for (const [name, value] of Object.entries(change)) {
		const known = after[name]
		if (value === null) delete after[name]
		else if (isObject(value)) set(after, name, merge(isObject(known) ? known : {}, value))
		else set(after, name, value)
	}
	return after
}

/** A name like `__proto__` is one like any other. */
const set = (object: JsonObject, name: string, value: Json): void => {
	Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true })
}

/** When each value was last set, seconds since 1970, in the form of the values; nothing for what is taken away. */
export const stamp = (change: Json, seconds: number): Json => {
	if (Array.isArray(change)) return change.map((element) => stamp(element, seconds))
	if (!isObject(change)) return { timestamp: seconds }
	const stamped = Object.entries(change)
		.filter(([, value]) => value !== null)
		.map(([name, value]): [string, Json] => [name, stamp(value, seconds)])
	return Object.fromEntries(stamped)
}

/** The stamps that belong to what is left of the values. */
export const stampsOf = (values: Json, stamps: Json | undefined): Json => {
	if (!isObject(values) || !isObject(stamps)) return stamps ?? {}
	return Object.fromEntries(Object.keys(values).map((name) => [name, stampsOf(values[name] ?? null, stamps[name])]))
}

/** What is desired and not reported so, whole arrays at a time; undefined where there is no difference. */
export const difference = (desired: JsonObject, reported: JsonObject): JsonObject | undefined => {
	const differing: JsonObject = {}
	for (const [name, wanted] of Object.entries(desired)) {
		const has = Object.hasOwn(reported, name) ? reported[name] : undefined
		if (isObject(wanted) && isObject(has)) {
			const inner = difference(wanted, has)
			if (inner) set(differing, name, inner)
		} else if (!isSame(wanted, has)) set(differing, name, wanted)
	}
	return Object.keys(differing).length === 0 ? undefined : differing
}

const isSame = (a: Json, b: Json | undefined): boolean => {
	if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((value, i) => isSame(value, b[i]))
	if (isObject(a) && isObject(b)) return difference(a, b) === undefined && difference(b, a) === undefined
	return a === b
}

export const isTooDeep = (value: Json, levels = deepest): boolean => {
	if (!isObject(value) && !Array.isArray(value)) return false
	return levels === 0 || Object.values(value).some((inner) => isTooDeep(inner, levels - 1))
}
