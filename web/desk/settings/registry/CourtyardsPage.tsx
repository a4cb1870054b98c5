import type { Courtyard, RegistryView } from '../../../../shared/contract/registry/registry.ts'
import { Chips } from '../../../components/Chips.tsx'
import { type Column, DataTable } from '../../../components/DataTable.tsx'
import { Live } from '../../../components/Live.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { Skeleton } from '../../../components/Skeleton.tsx'
import { useApi } from '../../../data/useApi.ts'
import { useLanguage, useWords } from '../../../i18n/useWords.ts'
import { useQuery } from '../../../routing/navigation.ts'
import { isAdmin } from '../isAdmin.ts'
import { Settings } from '../Settings.tsx'
import { ChangeLink } from './ChangeLink.tsx'
import { ListActions } from './ListActions.tsx'
import { matches } from './matches.ts'
import { NoHit } from './NoHit.tsx'
import { placesOf } from './places.ts'
import { ReadOnly } from './ReadOnly.tsx'
import { registryWords } from './registryWords.ts'
import { SearchField } from './SearchField.tsx'
import { courtyardSheet } from './sheet/courtyardColumns.ts'

/** Every courtyard of the registry. */
export const CourtyardsPage = () => {
	const t = useWords(registryWords)
	const query = useQuery()
	const registry = useApi<RegistryView>('/api/registry')
	const view = registry.state.is === 'ready' ? registry.state.value : undefined
	const shown = view === undefined ? [] : shownCourtyards(view, query)
	return (
		<Settings
			note={view === undefined ? ' ' : t.courtyardsNote(view.courtyards.length)}
			actions={view && <ListActions sheet={courtyardSheet} shown={shown} />}
		>
			<Live of={registry} skeleton={<Skeleton lines={10} tall />}>
				{(all) =>
					all.courtyards.length === 0 ? (
						<Notice icon="courtyard" title={t.noCourtyards}>
							{t.noCourtyardsNote}
						</Notice>
					) : (
						<Courtyards all={all} shown={shown} />
					)
				}
			</Live>
		</Settings>
	)
}

const shownCourtyards = (view: RegistryView, query: URLSearchParams): RegistryView['courtyards'] => {
	const village = query.get('village') ?? ''
	const [zh, en] = [placesOf(view, 'zh'), placesOf(view, 'en')]
	return view.courtyards.filter(
		(one) =>
			(village === '' || one.village === village) &&
			matches(query.get('q') ?? '', [
				...[one.id, one.name.zh, one.name.en, one.head, one.inCharge?.person.name],
				...[zh.village(one.village), en.village(one.village)],
			]),
	)
}

const Courtyards = ({ all, shown }: { all: RegistryView; shown: readonly Courtyard[] }) => {
	const t = useWords(registryWords)
	const language = useLanguage()
	const places = placesOf(all, language)
	const devices = Map.groupBy(all.devices, ({ courtyard }) => courtyard)
	const countOf = ({ id }: Courtyard) => devices.get(id)?.length ?? 0
	const columns: readonly Column<Courtyard>[] = [
		{
			id: 'name',
			title: t.courtyard,
			cell: ({ name, id }) => (
				<span class="named">
					{name[language]}
					<code class="small grey">{id}</code>
				</span>
			),
			key: ({ name }) => name[language],
		},
		{
			id: 'village',
			title: t.village,
			cell: ({ village }) => places.village(village),
			key: ({ village }) => places.village(village),
		},
		{ id: 'kind', title: t.kind, cell: ({ kind }) => t[kind], key: ({ kind }) => t[kind] },
		{
			id: 'head',
			title: t.head,
			cell: ({ head, inCharge }) => <span class="nowrap">{head ?? inCharge?.person.name ?? '—'}</span>,
			key: ({ head, inCharge }) => head ?? inCharge?.person.name ?? null,
		},
		{
			id: 'households',
			title: t.households,
			isFigure: true,
			cell: ({ households }) => households,
			key: ({ households }) => households,
		},
		{ id: 'devices', title: t.devices, isFigure: true, cell: countOf, key: countOf },
		...(isAdmin()
			? [
					{
						id: 'change',
						title: '',
						isPlain: true,
						cell: ({ id, name }: Courtyard) => <ChangeLink room="courtyards" id={id} name={name[language]} />,
					},
				]
			: []),
	]
	return (
		<div class="stack">
			<ReadOnly />
			<div class="row filters">
				<SearchField />
				<Chips
					name="village"
					label={t.village}
					choices={[
						{ value: '', label: t.everyVillage, count: all.courtyards.length },
						...[...Map.groupBy(all.courtyards, ({ village }) => village)].map(([value, own]) => ({
							value,
							label: places.village(value),
							count: own.length,
						})),
					]}
				/>
			</div>
			<DataTable
				caption={t.courtyard}
				columns={columns}
				rows={shown}
				id={({ id }) => id}
				href={({ id }) => `/desk/courtyards/${encodeURIComponent(id)}`}
				sort="village"
				empty={<NoHit filters={['village']} />}
			/>
		</div>
	)
}
