import type { Decoded, Fault } from '../../shared/contract/telemetry/reading.ts'

/** What was understood so far: nothing. */
export const nothing = (): Decoded => ({ readings: [], faults: [], unknownKeys: [] })

/** A payload that could not be taken at all. */
export const refused = (fault: Fault): Decoded => ({ ...nothing(), faults: [fault] })

const LONGEST = 80
/** Deeper JSON is shown as its sort only. */
const DEEPEST = 20

/** A value of a payload as it came, shortened, for the people who look for the mistake. */
export function shown(value: unknown): string {
	if (typeof value === 'bigint') return String(value)
	if (depthOf(value, DEEPEST) > DEEPEST) return Array.isArray(value) ? '[…]' : '{…}'
	return shorten(JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? String(part) : part)) ?? 'nothing')
}

export const shorten = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 3)}…` : text)

/** Writing deeply nested JSON overflows the stack, where reading it does not. */
function depthOf(value: unknown, left: number): number {
	if (typeof value !== 'object' || value === null) return 0
	if (left === 0) return DEEPEST + 1
	let deepest = 0
	for (const part of Object.values(value)) deepest = Math.max(deepest, depthOf(part, left - 1))
	return deepest + 1
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value)
