import type { RegistryView } from '../../../../shared/contract/registry/registry.ts'
import { shanghaiDay } from '../../../../shared/domain/time/shanghai.ts'
import { Chips } from '../../../components/Chips.tsx'
import { type Column, DataTable } from '../../../components/DataTable.tsx'
import { Live } from '../../../components/Live.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { Skeleton } from '../../../components/Skeleton.tsx'
import { useNow } from '../../../components/useNow.ts'
import { useApi } from '../../../data/useApi.ts'
import { date } from '../../../i18n/format.ts'
import { useLanguage, useWords } from '../../../i18n/useWords.ts'
import { useQuery } from '../../../routing/navigation.ts'
import { Settings } from '../Settings.tsx'
import { ExportButton } from './ExportButton.tsx'
import { matches } from './matches.ts'
import { NoHit } from './NoHit.tsx'
import { peopleOf, peopleTable, type RegisteredPerson } from './people.ts'
import { placesOf } from './places.ts'
import { registryWords } from './registryWords.ts'
import { SearchField } from './SearchField.tsx'

/** Who answers for the courtyards, and who stands in. */
export const PeoplePage = () => {
	const t = useWords(registryWords)
	const language = useLanguage()
	const query = useQuery()
	const today = shanghaiDay(useNow())
	const registry = useApi<RegistryView>('/api/registry')
	const view = registry.state.is === 'ready' ? registry.state.value : undefined
	const everybody = view === undefined ? [] : peopleOf(view, today)
	const shown = view === undefined ? [] : shownPeople(everybody, view, query)
	const csv = async () => peopleTable(shown, language, (await import('./sheet/csvText.ts')).csvOf)
	return (
		<Settings
			note={t.peopleNote}
			actions={view && <ExportButton name={t.people} isEmpty={shown.length === 0} csv={csv} />}
		>
			<Live of={registry} skeleton={<Skeleton lines={10} tall />}>
				{(all) => <People view={all} everybody={everybody} shown={shown} />}
			</Live>
		</Settings>
	)
}

const shownPeople = (everybody: readonly RegisteredPerson[], view: RegistryView, query: URLSearchParams) => {
	const role = query.get('role') ?? ''
	const [zh, en] = [placesOf(view, 'zh'), placesOf(view, 'en')]
	return everybody.filter(
		(one) =>
			(role === '' || one.role === role) &&
			matches(query.get('q') ?? '', [
				...[one.name, one.account, one.phone, one.courtyard],
				...[zh, en].flatMap((places) => [places.courtyard(one.courtyard), places.villageOf(one.courtyard)]),
			]),
	)
}

interface PeopleProps {
	readonly view: RegistryView
	readonly everybody: readonly RegisteredPerson[]
	readonly shown: readonly RegisteredPerson[]
}

const People = ({ view, everybody, shown }: PeopleProps) => {
	const t = useWords(registryWords)
	const language = useLanguage()
	const places = placesOf(view, language)
	if (everybody.length === 0)
		return (
			<Notice icon="person" title={t.noPeople}>
				{t.noPeopleNote}
			</Notice>
		)
	const noon = (day: string): string => date(`${day}T12:00:00+08:00`, language)
	const has = (field: 'days' | 'phone' | 'account') => everybody.some((one) => one[field] !== undefined)
	const columns = (
		[
			{ id: 'name', title: t.person, cell: ({ name }) => name, key: ({ name }) => name },
			{ id: 'role', title: t.role, cell: (one) => t[one.role], key: (one) => t[one.role] },
			{
				id: 'courtyard',
				title: t.courtyard,
				cell: ({ courtyard }) => (
					<span class="named">
						{places.courtyard(courtyard)}
						<span class="small grey">{places.villageOf(courtyard)}</span>
					</span>
				),
				key: ({ courtyard }) => `${places.villageOf(courtyard)} ${places.courtyard(courtyard)}`,
			},
			{
				id: 'days',
				title: t.time,
				cell: ({ days }) =>
					days === undefined ? undefined : (
						<span class="named">
							{t.days(noon(days.from), noon(days.until))}
							{(days.isNow || days.isOver) && <span class="small grey">{days.isNow ? t.now : t.over}</span>}
						</span>
					),
				key: ({ days }) => days?.from ?? null,
			},
			{
				id: 'phone',
				title: t.phone,
				cell: ({ phone }) =>
					phone === undefined ? undefined : (
						<a class="above-row nowrap" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
							{phone}
						</a>
					),
			},
			{
				id: 'account',
				title: t.account,
				cell: ({ account }) => account && <code>{account}</code>,
			},
		] satisfies Column<RegisteredPerson>[]
	).filter(({ id }) => !isOptional(id) || has(id))
	return (
		<div class="stack">
			<div class="row filters">
				<SearchField />
				<Chips
					name="role"
					label={t.role}
					choices={[
						{ value: '', label: t.everyRole, count: everybody.length },
						...[...Map.groupBy(everybody, (one) => one.role)].map(([value, own]) => ({
							value,
							label: t[value],
							count: own.length,
						})),
					]}
				/>
			</div>
			<DataTable
				caption={t.person}
				columns={columns}
				rows={shown}
				id={({ key }) => key}
				href={({ courtyard }) => `/desk/courtyards/${encodeURIComponent(courtyard)}`}
				sort="courtyard"
				empty={<NoHit filters={['role']} />}
			/>
		</div>
	)
}

const isOptional = (id: string): id is 'days' | 'phone' | 'account' =>
	id === 'days' || id === 'phone' || id === 'account'
