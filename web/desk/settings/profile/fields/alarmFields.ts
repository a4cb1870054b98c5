import type { AlarmRule, Profile } from '../../../../../shared/contract/profile/profile.ts'
import { ruleWords, severityWords } from '../../../../../shared/domain/alert/words.ts'
import { capital } from '../../../../i18n/format.ts'
import { asKey, type FieldGroup, number, ofMeasurand, type ProfileField, percent, units } from './profileField.ts'

const severities = (['critical', 'major', 'minor'] as const).map((value) => ({ value, label: severityWords(value) }))

/** When an alarm is raised and cleared, and how severe it is. */
export const alarmFields = (profile: Pick<Profile, 'alarms' | 'measurands'>): FieldGroup[] =>
	profile.alarms.map((rule, i) => {
		const { zh, en } = ruleWords(rule.id)
		const path = ['alarms', i]
		return {
			id: `alarm-${rule.id}`,
			title: { zh, en: capital(en) },
			fields: [
				{
					path: [...path, 'severity'],
					...{
						label: { zh: '严重程度', en: 'Severity' },
						kind: 'choice' as const,
						choices: severities,
						isKey: true as const,
					},
				},
				...limitOf(rule, path, profile),
				asKey(number([...path, 'on', 'readings'], '连续超限几次才告警', 'Raised after, in a row', units.readings)),
				number([...path, 'on', 'seconds'], '并且持续', '… that last', units.seconds),
				number([...path, 'off', 'readings'], '连续正常几次才解除', 'Cleared after, in a row', units.readings),
				number([...path, 'off', 'seconds'], '并且持续', '… that last', units.seconds),
			],
		}
	})

function limitOf(
	rule: AlarmRule,
	path: readonly (string | number)[],
	{ measurands }: Pick<Profile, 'measurands'>,
): ProfileField[] {
	if (rule.watches !== 'limit') return []
	const unit = ofMeasurand(measurands[rule.measurand]?.unit ?? '')
	// Without a limit of its own it is where the index is 60, among the limits.
	const own = rule.limit === undefined ? [] : [asKey(number([...path, 'limit'], '告警限值', 'Limit', unit))]
	const band =
		typeof rule.deadband === 'number'
			? number([...path, 'deadband'], '退回限值以内多少才解除', 'Cleared so far within the limit', unit)
			: percent([...path, 'deadband', 'shareOfLimit'], '退回限值以内多少才解除', 'Cleared so far within the limit')
	return [...own, band]
}
