import type { IndexProfile } from '../../../shared/contract/profile/indexProfile.ts'
import type { Profile } from '../../../shared/contract/profile/profile.ts'
import { indexOfValues } from '../../../shared/domain/index/indexOfValues.ts'
import type { ScaleOwner } from '../../../shared/domain/profile/scaleFor.ts'

export type LineError = { field: string; expected: { zh: string; en: string }; got: string }
export type Answer =
	| { index: number | null; primary: string[]; indices: Readonly<Partial<Record<string, number>>> }
	| { error: LineError }

const LONGEST = 60

/**
 * The index of the values in one line of JSON, by measurand in the profile's units.
 * @returns an index of null where no value is scored; what is wrong where the line cannot be judged
 */
export function answerLine(profile: Profile | IndexProfile, owner: ScaleOwner, line: string): Answer {
	let values: unknown
	try {
		values = JSON.parse(line)
	} catch {
		return wrong('line', '一个 JSON 对象', 'one JSON object', line)
	}
	if (typeof values !== 'object' || values === null || Array.isArray(values)) {
		return wrong('line', '一个 JSON 对象，如 {"ammonia": 0.3}', 'a JSON object such as {"ammonia": 0.3}', line)
	}
	const names = Object.keys(profile.measurands)
	const read: Record<string, number> = {}
	for (const [name, value] of Object.entries(values)) {
		const text = JSON.stringify(value)
		if (!names.includes(name)) {
			const known = names.join(', ')
			return wrong(
				name,
				`配置中的监测项：${known}`,
				`a measurand of the profile: ${known}`,
				`${JSON.stringify(name)}: ${text}`,
			)
		}
		// JSON has no infinity, but a number too large for a double becomes one.
		if (typeof value !== 'number' || !Number.isFinite(value)) {
			return wrong(name, '数字', 'a number', typeof value === 'number' ? String(value) : text)
		}
		read[name] = value
	}
	return indexOfValues(profile, owner, read, names) ?? { index: null, primary: [], indices: {} }
}

const wrong = (field: string, zh: string, en: string, got: string): Answer => ({
	error: { field, expected: { zh, en }, got: got.length > LONGEST ? `${got.slice(0, LONGEST - 1)}…` : got },
})
