import { useEffect, useState } from 'preact/hooks'
import { Icon } from '../components/Icon.tsx'
import { LanguageSwitch } from '../components/LanguageSwitch.tsx'
import { Live } from '../components/Live.tsx'
import { Notice } from '../components/Notice.tsx'
import { Page } from '../components/Page.tsx'
import { Skeleton } from '../components/Skeleton.tsx'
import { useApi } from '../data/useApi.ts'
import { Field } from '../forms/Field.tsx'
import { useLanguage, useWords } from '../i18n/useWords.ts'
import { setQuery, useQuery } from '../routing/navigation.ts'
import { type ApiDocument, matches, operationsOf } from './apiDocument.ts'
import { OperationCard } from './OperationCard.tsx'
import { referenceWords } from './referenceWords.ts'

const DOCUMENT = '/api/openapi.json'
/** It changes with the software only. */
const HOUR = 3_600_000

/** The API for people who write programs against it, from the document that it serves of itself. */
export const Reference = () => {
	const t = useWords(referenceWords)
	const document = useApi<ApiDocument>(DOCUMENT, { pollMs: HOUR })
	return (
		<main class="reference">
			<Page
				title={t.title}
				note={t.note}
				actions={
					<>
						<a class="quiet-link" href={DOCUMENT} download="openapi.json">
							<Icon name="download" />
							{t.file}
						</a>
						<LanguageSwitch />
					</>
				}
			>
				<Live of={document} skeleton={<Skeleton lines={12} tall />}>
					{(value) => <Rooms document={value} />}
				</Live>
			</Page>
		</main>
	)
}

const Rooms = ({ document }: { document: ApiDocument }) => {
	const t = useWords(referenceWords)
	const language = useLanguage()
	const typed = useQuery().get('q') ?? ''
	const named = useFragment()
	const found = operationsOf(document).filter((one) => matches(one, typed))
	const rooms = document.tags
		.map((tag) => ({
			id: tag.name,
			name: language === 'zh' ? (tag['x-zh'].description ?? tag.description) : tag.description,
			operations: found.filter(({ operation }) => operation.tags.includes(tag.name)),
		}))
		.filter(({ operations }) => operations.length > 0)
	return (
		<div class="reference-columns">
			<div class="reference-side">
				<Field
					kind="search"
					name="q"
					label={t.search}
					hint={t.searchHint}
					value={typed}
					onValue={(value) => setQuery({ q: value })}
				/>
				<p class="small grey figures" role="status">
					{t.count(found.length)}
				</p>
				<nav aria-label={t.rooms}>
					<ul class="reference-rooms">
						{rooms.map(({ id, name, operations }) => (
							<li key={id}>
								<a href={`#room-${id}`}>
									{name} <span class="small grey figures">{operations.length}</span>
								</a>
							</li>
						))}
					</ul>
				</nav>
			</div>
			<div class="reference-content">
				{rooms.length === 0 && (
					<Notice icon="search" title={t.nothing}>
						{t.nothingNote}
					</Notice>
				)}
				{rooms.map(({ id, name, operations }) => (
					<section key={id} id={`room-${id}`} class="reference-room">
						<h2>{name}</h2>
						{operations.map((listed) => (
							<OperationCard
								key={listed.operation.operationId}
								listed={listed}
								schemas={document.components.schemas}
								isNamed={named === listed.operation.operationId}
							/>
						))}
					</section>
				))}
			</div>
		</div>
	)
}

/** What stands behind # in the address. */
const useFragment = (): string => {
	const [fragment, setFragment] = useState(() => location.hash.slice(1))
	useEffect(() => {
		const changed = (): void => setFragment(location.hash.slice(1))
		addEventListener('hashchange', changed)
		return () => removeEventListener('hashchange', changed)
	}, [])
	return fragment
}
