import type { Profile } from '../../contract/profile/profile.ts'

/**
 * Whether days that were scored under one profile are also those of another: true while the two differ only in what is
 * worked out from days (weights, validity, ranking, what people do, what they are told), not in how an hour is judged. What a profile says
 * besides counts as a difference.
 */
export const haveSameDays = (a: Profile, b: Profile): boolean =>
	JSON.stringify(judging(a)) === JSON.stringify(judging(b))

/** The part of a profile that scored days depend on, its keys in the order of names. */
function judging(profile: Profile): unknown {
	const {
		id: _id,
		version: _version,
		effectiveFrom: _from,
		source: _source,
		weights: _weights,
		ranking: _ranking,
		inspection: _inspection,
		duties: _duties,
		headEvaluation: _head,
		serviceLevel: _level,
		triage: _triage,
		sources: _sources,
		wall: _wall,
		services: _services,
		points: _points,
		links: _links,
		alerting: _alerting,
		scoring,
		alarms,
		...rest
	} = profile
	// Of the alarms only those that tell a sensor at fault: its hours are excused.
	const faults = alarms.filter(({ concerns }) => concerns === 'device')
	return sorted({ ...rest, faults, hourMinutes: scoring.hourMinutes })
}

/** Two profiles that say the same in another order of keys are the same; what a number is founded on changes no score. */
function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted)
	if (typeof value !== 'object' || value === null) return value
	const entries = Object.entries(value).filter(([key]) => key !== 'source')
	return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, own]) => [key, sorted(own)]))
}
