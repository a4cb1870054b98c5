import type { Scale } from '../../../../../shared/contract/profile/indexProfile.ts'
import type { Profile } from '../../../../../shared/contract/profile/profile.ts'
import type { Measurand } from '../../../../../shared/contract/telemetry/measurand.ts'
import { measurandWords } from '../../../../../shared/domain/telemetry/measurandWords.ts'
import { asKey, type FieldGroup, number, ofMeasurand, type ProfileField, units, type Words } from './profileField.ts'

/** The index at the limit: 60 is exactly a pass. */
const PASS = 60

/** What is measured, from which value on it loses points, and what a sound sensor can send. */
export const limitFields = ({ measurands }: Pick<Profile, 'measurands'>): FieldGroup[] =>
	(Object.keys(measurands) as Measurand[]).flatMap((name) => {
		const measurand = measurands[name]
		if (!measurand) return []
		const unit = ofMeasurand(measurand.unit)
		const path = ['measurands', name]
		return [
			{
				id: `limit-${name}`,
				title: measurandWords[name],
				...(measurand.scale && 'multiples' in measurand.scale ? { note: levelNote(measurand.scale.by) } : {}),
				fields: [
					...(measurand.scale ? scaleFields(measurand.scale, [...path, 'scale'], unit) : []),
					number([...path, 'plausible', 0], '读数不会低于', 'No reading below', unit),
					number([...path, 'plausible', 1], '读数不会高于', 'No reading above', unit),
				],
			},
		]
	})

const levelNote = (by: 'sewageLevel' | 'toiletClass'): Words =>
	by === 'sewageLevel'
		? {
				zh: '限值随污水设施的排放级别而不同；正好等于限值得 60 分。',
				en: 'The limit goes by the discharge level; exactly at the limit is 60 points.',
			}
		: {
				zh: '限值随公厕类别而不同；正好等于限值得 60 分。',
				en: 'The limit goes by the class of the toilet; exactly at the limit is 60 points.',
			}

function scaleFields(scale: Scale, path: readonly string[], unit: Words): ProfileField[] {
	if ('breakpoints' in scale) {
		return scale.breakpoints.map(([, index], i) => {
			const { zh, en } = pointWords(scale.breakpoints, index, i)
			const field = number([...path, 'breakpoints', i, 0], zh, en, unit)
			return index === PASS ? asKey(field) : field
		})
	}
	const isSewage = scale.by === 'sewageLevel'
	const limits = Object.entries(scale.levels).flatMap(([level, { coldLimit }]) => {
		const zh = isSewage ? `${level} 级限值` : `${'一二三'[Number(level) - 1] ?? level}类限值`
		const en = isSewage ? `Limit of level ${level}` : `Limit of class ${level}`
		const at = [...path, 'levels', level]
		return [
			asKey(number([...at, 'limit'], zh, en, unit)),
			...(coldLimit === undefined ? [] : [number([...at, 'coldLimit'], `${zh}（水冷时）`, `${en}, cold water`, unit)]),
		]
	})
	const cold =
		scale.coldAtMost === undefined
			? []
			: [number([...path, 'coldAtMost'], '水温不高于此算水冷', 'Cold water, at most', ofMeasurand('°C'))]
	const points = scale.multiples.flatMap(([, index], i) => {
		if (index === PASS) return []
		const { zh, en } = pointWords(scale.multiples, index, i)
		return [number([...path, 'multiples', i, 0], zh, en, units.limits)]
	})
	return [...limits, ...cold, ...points]
}

/** `得 60 分（及格）`; where an index is reached on both sides, which of them. */
function pointWords(points: readonly (readonly [number, number])[], index: number, i: number): Words {
	const same = points.flatMap(([, other], at) => (other === index ? [at] : []))
	const side = same.length < 2 ? undefined : i === same[0] ? { zh: '下限', en: 'lower' } : { zh: '上限', en: 'upper' }
	const pass = index === PASS ? { zh: '（限值）', en: ', the limit' } : { zh: '', en: '' }
	return {
		zh: `得 ${index} 分${pass.zh}${side ? ` ${side.zh}` : ''}`,
		en: `${index} points${pass.en}${side ? `, ${side.en}` : ''}`,
	}
}
