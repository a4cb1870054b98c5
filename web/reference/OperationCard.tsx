import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useLanguage, useWords } from '../i18n/useWords.ts'
import { type ApiDocument, answersOf, type Listed, type Schema } from './apiDocument.ts'
import { Parts, Row } from './Fields.tsx'
import { referenceWords } from './referenceWords.ts'
import { exampleOf } from './schemas.ts'
import { Who } from './Who.tsx'

interface OperationProps {
	readonly listed: Listed
	readonly schemas: ApiDocument['components']['schemas']
	/** The address names it. */
	readonly isNamed: boolean
}

/** An operation: a line that says what it is, and opens. */
export const OperationCard = ({ listed: { method, path, operation }, schemas, isNamed }: OperationProps) => {
	const t = useWords(referenceWords)
	const language = useLanguage()
	const card = useRef<HTMLDetailsElement>(null)
	const [isOpen, setOpen] = useState(isNamed)
	useEffect(() => {
		if (!isNamed) return
		setOpen(true)
		card.current?.scrollIntoView({ block: 'start' })
	}, [isNamed])
	const { operationId, parameters = [], requestBody, responses } = operation
	const said = language === 'zh' ? operation['x-zh'] : operation
	const body = requestBody?.content['application/json']?.schema
	const good = answersOf(operation)
	const bad = Object.keys(responses).filter((status) => status.startsWith('4'))
	return (
		<details
			ref={card}
			id={operationId}
			class="operation"
			open={isOpen}
			onToggle={(event) => setOpen(event.currentTarget.open)}
		>
			<summary>
				<span class={`method method-${method.toLowerCase()}`}>{method}</span>
				<code class="operation-path">{path}</code>
				<span class="operation-summary">{said.summary}</span>
			</summary>
			{isOpen && (
				<div class="operation-body">
					{said.description !== undefined && <p>{said.description}</p>}
					<Part title={t.who}>
						<Who operation={operation} />
					</Part>
					{parameters.length > 0 && (
						<Part title={t.parameters}>
							<ul class="fields">
								{parameters.map((parameter) => (
									<li key={`${parameter.in} ${parameter.name}`}>
										<Row
											name={parameter.name}
											schema={parameter.schema}
											schemas={schemas}
											isRequired={parameter.required}
											place={t[parameter.in]}
											note={language === 'zh' ? parameter['x-zh']?.description : parameter.description}
										/>
									</li>
								))}
							</ul>
						</Part>
					)}
					{body && (
						<Part title={t.body}>
							<Parts schema={body} schemas={schemas} />
							<Example schema={body} schemas={schemas} />
						</Part>
					)}
					{good.map(({ statuses, media, schema }) => (
						<Part key={media} title={t.answer} note={`${statuses.join(', ')} · ${media}`}>
							{schema ? <Parts schema={schema} schemas={schemas} isAnswer /> : <p class="small grey">{t.fileAnswer}</p>}
							{schema && <Example schema={schema} schemas={schemas} />}
						</Part>
					))}
					{bad.length > 0 && (
						<Part title={t.problems}>
							<p class="small grey">{t.problemsNote(bad.join(', '))}</p>
						</Part>
					)}
					<p class="small">
						<a href={`#${operationId}`}>{t.link}</a>
					</p>
				</div>
			)}
		</details>
	)
}

const Part = ({ title, note, children }: { title: string; note?: string; children: ComponentChildren }) => (
	<section>
		<h3>
			{title} {note && <span class="small grey part-note">{note}</span>}
		</h3>
		{children}
	</section>
)

const Example = ({ schema, schemas }: { schema: Schema; schemas: ApiDocument['components']['schemas'] }) => {
	const t = useWords(referenceWords)
	const [isOpen, setOpen] = useState(false)
	return (
		<details class="example" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
			<summary class="small">{t.example}</summary>
			{isOpen && <pre>{JSON.stringify(exampleOf(schema, schemas), null, 2)}</pre>}
		</details>
	)
}
