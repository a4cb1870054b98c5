import type { Spoken } from '../i18n/language.ts'
import type { ApiDocument, Schema } from './apiDocument.ts'
import type { referenceWords } from './referenceWords.ts'
import { alternatives, shown } from './schemas.ts'

type Words = Spoken<typeof referenceWords>
type Schemas = ApiDocument['components']['schemas']

/** What kind of value it is, in words. */
export const typeWord = (schema: Schema, schemas: Schemas, t: Words): string => {
	const { schema: real } = shown(schema, schemas)
	if (alternatives(real).length > 0) return t.choice
	switch (real.type) {
		case 'string':
			return { 'date-time': t.dateTime, date: t.date, time: t.time }[real.format ?? ''] ?? t.text
		case 'integer':
			return t.integer
		case 'number':
			return t.number
		case 'boolean':
			return t.boolean
		case 'array':
			return real.items ? t.listOf(typeWord(real.items, schemas, t)) : t.list
		case 'object':
			return real.properties ? t.object : t.map
		default:
			return real.enum || real.const !== undefined ? t.text : t.anything
	}
}

/** What a value may be, beyond its kind; each a remark of its own. */
export const limits = (schema: Schema, schemas: Schemas, t: Words): string[] => {
	const { schema: real, mayBeNull } = shown(schema, schemas)
	const characters = range(real.minLength || undefined, real.maxLength, t)
	const entries = range(real.minItems || undefined, real.maxItems, t)
	const values = range(real.minimum, real.maximum, t)
	return [
		...(values === undefined ? [] : [values]),
		...(characters === undefined ? [] : [t.characters(characters)]),
		...(entries === undefined ? [] : [t.entries(entries)]),
		...(schema.default === undefined || typeof schema.default === 'object' ? [] : [t.usually(String(schema.default))]),
		...(mayBeNull ? [t.orNull] : []),
	]
}

const range = (least: number | undefined, most: number | undefined, t: Words): string | undefined => {
	if (least !== undefined && most !== undefined) return least === most ? `${least}` : t.between(`${least}`, `${most}`)
	if (least !== undefined) return t.atLeast(`${least}`)
	return most === undefined ? undefined : t.atMost(`${most}`)
}
