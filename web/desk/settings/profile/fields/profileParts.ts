import type { Profile } from '../../../../../shared/contract/profile/profile.ts'
import { pathText } from '../profilePath.ts'
import { alarmFields } from './alarmFields.ts'
import { limitFields } from './limitFields.ts'
import { deadlineFields, deductionFields, headFields } from './peopleFields.ts'
import type { FieldGroup, ProfileField } from './profileField.ts'
import { scoringFields } from './scoringFields.ts'

export type PartId = 'scoring' | 'limits' | 'alarms' | 'deductions' | 'deadlines' | 'heads'

/** The parts of the form, each with its groups of fields, for a profile: its measurands, rules and items. */
export const profileParts = (profile: Profile): Readonly<Record<PartId, readonly FieldGroup[]>> => ({
	scoring: scoringFields(),
	limits: limitFields(profile),
	alarms: alarmFields(profile),
	deductions: deductionFields(profile),
	deadlines: deadlineFields(),
	heads: headFields(),
})

export interface KnownField {
	readonly part: PartId
	readonly group: FieldGroup
	readonly field: ProfileField
}

/** Every field that has an input, by its path as text. */
export const knownFields = (profile: Profile): ReadonlyMap<string, KnownField> => {
	const parts = Object.entries(profileParts(profile)) as [PartId, readonly FieldGroup[]][]
	return new Map(
		parts.flatMap(([part, groups]) =>
			groups.flatMap((group) => group.fields.map((field) => [pathText(field.path), { part, group, field }] as const)),
		),
	)
}
