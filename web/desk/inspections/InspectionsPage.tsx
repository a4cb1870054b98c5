import './inspections.css'
import type { InspectionMonthView, InspectionRoundsView } from '../../../shared/contract/inspection/inspectionViews.ts'
import type { CourtyardView } from '../../../shared/contract/score/liveViews.ts'
import { monthOf, shanghaiDay } from '../../../shared/domain/time/shanghai.ts'
import { Chips } from '../../components/Chips.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { Icon } from '../../components/Icon.tsx'
import { Live } from '../../components/Live.tsx'
import { Page } from '../../components/Page.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { Tabs } from '../../components/Tabs.tsx'
import { useApi } from '../../data/useApi.ts'
import { date, decimal } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { withQuery } from '../../routing/address.ts'
import { usePlace, useQuery } from '../../routing/navigation.ts'
import { lastMonths } from '../lastMonths.ts'
import { MonthPicker } from '../MonthPicker.tsx'
import { mayDecide } from '../mayDecide.ts'
import { AppealsTab } from '../rankings/AppealsTab.tsx'
import { inspectionsWords } from './inspectionsWords.ts'
import { sheetHref } from './sheetHref.ts'

interface Row {
	readonly courtyard: CourtyardView
	readonly round: InspectionMonthView | undefined
}

/** Who was inspected in a month and with what score, and who was not yet. */
export const InspectionsPage = () => {
	const t = useWords(inspectionsWords)
	const { path, search } = usePlace()
	const today = monthOf(shanghaiDay(Date.now()))
	const month = useQuery().get('month') ?? today
	const rounds = useApi<InspectionRoundsView>(`/api/inspections/months/${encodeURIComponent(month)}`)
	const courtyards = useApi<{ courtyards: CourtyardView[] }>('/api/courtyards')
	const known = rounds.state.is === 'ready' ? rounds.state.value.courtyards : undefined
	return (
		<Page
			title={t.title}
			note={known === undefined ? ' ' : t.note(known.filter(({ sheets }) => sheets.length > 0).length, known.length)}
			actions={
				<>
					<MonthPicker
						months={lastMonths(today)}
						chosen={month}
						href={(other) => withQuery(path + search, { month: other === today ? undefined : other })}
					/>
					{mayDecide() && (
						<a class="button" href="/desk/inspections/new">
							<Icon name="plus" />
							{t.newSheet}
						</a>
					)}
				</>
			}
		>
			<Tabs
				name="tab"
				label={t.parts}
				tabs={[
					{ value: '', label: t.sheets },
					{ value: 'appeals', label: t.appeals },
				]}
			>
				{(tab) =>
					tab === 'appeals' ? (
						<AppealsTab />
					) : (
						<Live of={courtyards} skeleton={<Skeleton lines={8} tall />}>
							{({ courtyards: all }) =>
								all.length === 0 ? (
									<p class="grey">{t.noCourtyards}</p>
								) : (
									<Live of={rounds} skeleton={<Skeleton lines={8} tall />}>
										{(view) => (
											<Rounds
												rows={all.map((courtyard) => ({
													courtyard,
													round: view.courtyards.find((one) => one.courtyard === courtyard.id),
												}))}
											/>
										)}
									</Live>
								)
							}
						</Live>
					)
				}
			</Tabs>
		</Page>
	)
}

const Rounds = ({ rows }: { rows: readonly Row[] }) => {
	const t = useWords(inspectionsWords)
	const language = useLanguage()
	const query = useQuery()
	const [village, which] = [query.get('village') ?? '', query.get('which') ?? '']
	const villages = Map.groupBy(rows, ({ courtyard }) => courtyard.village)
	const isVisited = ({ round }: Row): boolean => round !== undefined && round.sheets.length > 0
	const inVillage = rows.filter(({ courtyard }) => village === '' || courtyard.village === village)
	const visited = inVillage.filter(isVisited)
	const shown =
		which === 'visited' ? visited : which === 'open' ? inVillage.filter((row) => !isVisited(row)) : inVillage
	return (
		<div class="stack">
			<div class="row filters">
				<Chips
					name="village"
					label={t.villages}
					choices={[
						{ value: '', label: t.allVillages, count: rows.length },
						...[...villages].map(([value, own]) => ({
							value,
							label: own[0]?.courtyard.villageName?.[language] ?? value,
							count: own.length,
						})),
					]}
				/>
				<Chips
					name="which"
					label={t.which}
					choices={[
						{ value: '', label: t.all },
						{ value: 'open', label: t.unvisited, count: inVillage.length - visited.length },
						{ value: 'visited', label: t.visited, count: visited.length },
					]}
				/>
			</div>
			<RoundsTable rows={shown} />
		</div>
	)
}

const RoundsTable = ({ rows }: { rows: readonly Row[] }) => {
	const t = useWords(inspectionsWords)
	const language = useLanguage()
	const worst = ({ round }: Row) => round?.parts.toSorted((a, b) => b.cost - a.cost)[0]
	const columns: readonly Column<Row>[] = [
		{
			id: 'name',
			title: t.courtyard,
			cell: ({ courtyard }) => courtyard.name[language],
			key: ({ courtyard }) => courtyard.name[language],
		},
		{ id: 'village', title: t.village, cell: ({ courtyard }) => courtyard.villageName?.[language] },
		{
			id: 'score',
			title: t.score,
			isFigure: true,
			cell: ({ round }) =>
				round === undefined || round.score === null ? (
					<span class="grey">{t.notYet}</span>
				) : (
					<strong>{decimal(round.score, 2, language)}</strong>
				),
			key: ({ round }) => round?.score ?? null,
		},
		{
			id: 'sheets',
			title: t.sheets,
			cell: ({ round }) =>
				round === undefined || round.sheets.length === 0
					? undefined
					: round.sheets
							.map(({ day }) => date(`${day}T12:00:00+08:00`, language))
							.join(language === 'zh' ? '、' : ', '),
		},
		{
			id: 'worst',
			title: t.worst,
			isProse: true,
			cell: (row) =>
				(row.round?.sheets.length ?? 0) > 0 ? (
					<span class="small">{worst(row)?.text[language] ?? t.nothingLost}</span>
				) : undefined,
		},
	]
	return (
		<DataTable
			caption={t.title}
			columns={columns}
			rows={rows}
			id={({ courtyard }) => courtyard.id}
			href={({ courtyard, round }) => {
				const latest = round?.sheets.at(-1)
				return latest ? sheetHref(latest.id) : `/desk/inspections/new?courtyard=${encodeURIComponent(courtyard.id)}`
			}}
			sort="score"
			empty={<p class="grey">{t.none}</p>}
		/>
	)
}
