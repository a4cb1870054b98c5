import { useState } from 'preact/hooks'
import { useWords } from '../i18n/useWords.ts'
import type { ApiDocument, Schema } from './apiDocument.ts'
import { referenceWords } from './referenceWords.ts'
import { alternatives, discriminatorOf, shown } from './schemas.ts'
import { limits, typeWord } from './typeWords.ts'

type Schemas = ApiDocument['components']['schemas']

interface SchemaProps {
	readonly schema: Schema
	readonly schemas: Schemas
	/** It comes from the API: a field is certain or may be missing. What is sent is required or not. */
	readonly isAnswer?: boolean
}

/** What a value is made of: its fields, those of its entries, or each of its alternatives. */
export const Parts = ({ schema, schemas, isAnswer = false }: SchemaProps) => {
	const t = useWords(referenceWords)
	const { schema: real } = shown(schema, schemas)
	const choices = alternatives(real)
	if (choices.length > 0)
		return (
			<ul class="fields">
				{choices.map((choice, i) => (
					<li key={i}>
						<Row
							name={discriminatorOf(choice, schemas)}
							schema={choice}
							schemas={schemas}
							isAnswer={isAnswer}
							isRequired={isAnswer}
						/>
					</li>
				))}
			</ul>
		)
	if (real.type === 'array' && real.items) return <Parts schema={real.items} schemas={schemas} isAnswer={isAnswer} />
	if (typeof real.additionalProperties === 'object')
		return <Parts schema={real.additionalProperties} schemas={schemas} isAnswer={isAnswer} />
	const fields = Object.entries(real.properties ?? {})
	if (fields.length === 0) return <p class="small grey">{t.empty}</p>
	return (
		<ul class="fields">
			{fields.map(([name, field]) => (
				<li key={name}>
					<Row
						name={name}
						schema={field}
						schemas={schemas}
						isAnswer={isAnswer}
						isRequired={real.required?.includes(name) ?? false}
					/>
				</li>
			))}
		</ul>
	)
}

interface RowProps extends SchemaProps {
	readonly name: string | undefined
	readonly isRequired?: boolean
	/** Where a parameter goes. */
	readonly place?: string
	readonly note?: string | undefined
}

/** One field: name, kind, limits; what it is made of opens below it. */
export const Row = ({ name, schema, schemas, isAnswer = false, isRequired = false, place, note }: RowProps) => {
	const t = useWords(referenceWords)
	const [isOpen, setOpen] = useState(false)
	const { schema: real, name: typeName } = shown(schema, schemas)
	const said = note ?? schema.description ?? real.description
	const head = (
		<>
			<span class="field-name">
				{name !== undefined && <code>{name}</code>}
				{isRequired !== isAnswer && <span class="field-required">{isAnswer ? t.mayBeMissing : t.required}</span>}
			</span>
			<span class="field-type">
				{[place, typeWord(schema, schemas, t), ...limits(schema, schemas, t)].filter(Boolean).join(' · ')}{' '}
				{valuesOf(schema, schemas).map((value) => (
					<code key={value} class="value">
						{value}
					</code>
				))}
				{said !== undefined && (
					<span class="field-note" lang={note === undefined ? 'en' : undefined}>
						{said}
					</span>
				)}
			</span>
		</>
	)
	if (!hasParts(schema, schemas)) return <div class="field-row">{head}</div>
	return (
		<details class="field-parts" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
			<summary class="field-row">{head}</summary>
			{isOpen && (
				<div class="field-inner" title={typeName}>
					<Parts schema={schema} schemas={schemas} isAnswer={isAnswer} />
				</div>
			)}
		</details>
	)
}

/** What one may choose from, by its value alone. */
const valuesOf = (schema: Schema, schemas: Schemas): string[] => {
	const { schema: real } = shown(schema, schemas)
	const choices = alternatives(real)
	if (choices.length > 0) return areValues(choices, schemas) ? choices.flatMap((one) => valuesOf(one, schemas)) : []
	if (real.const !== undefined) return [String(real.const)]
	if (real.type === 'array' && real.items) return real.items.const === undefined ? valuesOf(real.items, schemas) : []
	return (real.enum ?? real.propertyNames?.enum ?? []).map(String)
}

const areValues = (choices: readonly Schema[], schemas: Schemas): boolean =>
	choices.every((one) => {
		const { schema } = shown(one, schemas)
		return schema.enum !== undefined || schema.const !== undefined
	})

/** Whether there is anything inside that is not said in the row itself. */
const hasParts = (schema: Schema, schemas: Schemas): boolean => {
	const { schema: real } = shown(schema, schemas)
	const choices = alternatives(real)
	if (choices.length > 0) return !areValues(choices, schemas)
	if (real.type === 'array' && real.items) return hasParts(real.items, schemas)
	if (typeof real.additionalProperties === 'object') return hasParts(real.additionalProperties, schemas)
	return Object.keys(real.properties ?? {}).length > 0
}
