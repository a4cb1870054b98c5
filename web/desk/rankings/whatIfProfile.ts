import type { Profile } from '../../../shared/contract/profile/profile.ts'

/** What the page lets somebody change of the ranking rules, as it was typed. */
export type WhatIfForm = Record<
	'environment' | 'inspection' | 'response' | 'toilet' | 'waste' | 'sewage' | 'redFrom' | 'blackBelow' | 'monthDays',
	string
>

export const formOf = ({ ranking, weights, scoring }: Profile): WhatIfForm => ({
	environment: String(ranking.weights.environment),
	inspection: String(ranking.weights.inspection),
	response: String(ranking.weights.response),
	toilet: String(weights.toilet),
	waste: String(weights.waste),
	sewage: String(weights.sewage),
	redFrom: String(ranking.redFrom),
	blackBelow: String(ranking.blackBelow),
	monthDays: String(scoring.monthDays),
})

/** The profile with what was typed in the form; whatever is no number is left to the API to refuse by name. */
export const profileWith = (profile: Profile, form: WhatIfForm): Profile => ({
	...profile,
	version: `${profile.version}-trial`,
	weights: { toilet: Number(form.toilet), waste: Number(form.waste), sewage: Number(form.sewage) },
	scoring: { ...profile.scoring, monthDays: Number(form.monthDays) },
	ranking: {
		...profile.ranking,
		redFrom: Number(form.redFrom),
		blackBelow: Number(form.blackBelow),
		weights: {
			environment: Number(form.environment),
			inspection: Number(form.inspection),
			response: Number(form.response),
		},
	},
})

/** The field of the form that a refusal speaks of: `profile.ranking.weights.environment` is `environment`. */
export const fieldOf = (path: string): string => path.split('.').at(-1) ?? path
