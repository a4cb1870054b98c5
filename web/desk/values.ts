import type { Measurand } from '../../shared/contract/telemetry/measurand.ts'
import { measurandUnit } from '../../shared/contract/telemetry/measurandUnit.ts'
import { measurandWords } from '../../shared/domain/telemetry/measurandWords.ts'
import { measured } from '../i18n/format.ts'
import type { Language } from '../i18n/language.ts'

/** A value with its unit; a pump has a fault or none. */
export const valueText = (name: Measurand, value: number, language: Language): string => {
	if (name === 'pumpFault') return (value === 0 ? { zh: '正常', en: 'none' } : { zh: '有', en: 'yes' })[language]
	const unit = name === 'ph' ? '' : measurandUnit[name]
	return `${measured(value, language)}${unit === '' ? '' : unit === '%' || unit === '°' ? unit : ` ${unit}`}`
}

/** The values of a device that people look at first: those that make its index low, then the others in their order. */
export const mainValues = (
	values: Partial<Record<Measurand, { readonly value: number }>>,
	primary: readonly Measurand[],
	language: Language,
	most = 3,
): { name: Measurand; title: string; text: string }[] => {
	const names = Object.keys(values) as Measurand[]
	const ordered = [...names].sort((a, b) => Number(primary.includes(b)) - Number(primary.includes(a)))
	return ordered.slice(0, most).flatMap((name) => {
		const value = values[name]?.value
		if (value === undefined) return []
		return [{ name, title: measurandWords[name][language], text: valueText(name, value, language) }]
	})
}
