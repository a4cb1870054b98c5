import type { JsonMapping } from '../../shared/contract/registry/jsonMapping.ts'
import type { Values } from '../../shared/contract/telemetry/measurand.ts'
import type { Fault, Reading } from '../../shared/contract/telemetry/reading.ts'
import type { Place } from './entry.ts'
import { instantOf, instantOfText } from './instant.ts'
import { keysOf, valueAt } from './jsonPointer.ts'
import { isObject, shown } from './outcome.ts'
import { tidy } from './units.ts'

/**
 * One JSON document read by a mapping of the registry. A pointer that leads nowhere is a value that was not sent this
 * time. Keys of the document's top that no pointer goes through are reported.
 */
export function readMapped(
	json: unknown,
	mapping: JsonMapping,
	{ device, at, path }: Place,
	unknownKeys: string[],
): Reading | Fault {
	const wrong = (pointer: string, expected: string, got: unknown): Fault => ({
		code: 'wrong-type',
		field: `${path}${pointer}`,
		expected,
		got: shown(got),
		device,
	})
	const stamp = mapping.at === undefined ? undefined : valueAt(json, mapping.at)
	const time = stamp === undefined ? at : (instantOf(stamp) ?? instantOfText(stamp))
	if (time === undefined) return wrong(mapping.at ?? '', 'a time since 1970', stamp)
	const values: Values = {}
	for (const { pointer, measurand, factor, offset } of mapping.values) {
		const value = valueAt(json, pointer)
		if (value === undefined) continue
		if (typeof value !== 'number') return wrong(pointer, 'a number', value)
		values[measurand] = tidy(value * factor + offset)
	}
	const used = new Set([mapping.at, ...mapping.values.map(({ pointer }) => pointer)].map((p) => p && keysOf(p)[0]))
	if (isObject(json)) unknownKeys.push(...Object.keys(json).filter((key) => !used.has(key)))
	if (Object.keys(values).length > 0) return { device, at: time, values }
	return { code: 'empty', expected: 'at least one measurand', got: shown(json), device, at: time }
}
