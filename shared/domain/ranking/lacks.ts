import type { Profile } from '../../contract/profile/profile.ts'
import type { Lack } from '../../contract/ranking/ranking.ts'
import type { Candidate } from './candidate.ts'

/**
 * What a courtyard lacks to be ranked; none: it is ranked. A score of one sensor says little of a courtyard, and one that
 * rests on assumptions has no standing (ADR 8).
 */
export function lacksOf({ ranking }: Profile, { period }: Pick<Candidate, 'period'>): Lack[] {
	const devices = period?.devices.length ?? 0
	if (!period || devices === 0) {
		return [{ is: 'devices', has: 0, needs: ranking.minimumSensors, text: { zh: '没有监测设备', en: 'no sensors' } }]
	}
	const lacks: Lack[] = []
	const { minimumSensors } = ranking
	if (devices < minimumSensors) {
		const text = {
			zh: `监测设备 ${devices} 个，至少要 ${minimumSensors} 个`,
			en: `${devices} of at least ${minimumSensors} sensors`,
		}
		lacks.push({ is: 'sensors', has: devices, needs: minimumSensors, text })
	}
	const { validDays, neededDays } = period
	if (!period.isSufficient) {
		const text = {
			zh: `有效天数 ${validDays} 天，至少要 ${neededDays} 天`,
			en: `${validDays} of at least ${neededDays} valid days`,
		}
		lacks.push({ is: 'valid-days', has: validDays, needs: neededDays, text })
	}
	if (period.score === null) {
		lacks.push({
			is: 'score',
			has: 0,
			needs: 1,
			text: { zh: '全月没有可用读数', en: 'no usable reading in the month' },
		})
	}
	return lacks
}
