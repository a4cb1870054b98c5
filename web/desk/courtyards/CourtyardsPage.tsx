import type { CourtyardView } from '../../../shared/contract/score/liveViews.ts'
import { Band } from '../../components/Band.tsx'
import { Chips } from '../../components/Chips.tsx'
import { CourtyardMap } from '../../components/CourtyardMap.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { Live } from '../../components/Live.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { RevolutionMarks } from '../../components/RevolutionMarks.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useApi } from '../../data/useApi.ts'
import { commonWords } from '../../i18n/commonWords.ts'
import { scoreText, time } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { useQuery } from '../../routing/navigation.ts'
import { courtyardsWords } from './courtyardsWords.ts'

const hrefOf = (id: string) => `/desk/courtyards/${encodeURIComponent(id)}`

/** Every courtyard the reader may see, with its score of some minutes ago at most: as a table and where it lies. */
export const CourtyardsPage = () => {
	const t = useWords(courtyardsWords)
	const courtyards = useApi<{ courtyards: CourtyardView[] }>('/api/courtyards')
	const all = courtyards.state.is === 'ready' ? courtyards.state.value.courtyards : []
	const [oldest] = all.map(({ at }) => at).sort()
	return (
		<Page title={t.title} note={oldest === undefined ? ' ' : t.note(all.length, time(oldest))}>
			<Live of={courtyards} skeleton={<Skeleton lines={10} tall />}>
				{({ courtyards: all }) => <Courtyards all={all} />}
			</Live>
		</Page>
	)
}

const Courtyards = ({ all }: { all: readonly CourtyardView[] }) => {
	const t = useWords(courtyardsWords)
	const language = useLanguage()
	const village = useQuery().get('village')
	if (all.length === 0)
		return (
			<Notice
				icon="courtyard"
				title={t.none}
				action={
					<a class="button-quiet" href="/desk/settings/courtyards">
						{t.register}
					</a>
				}
			>
				{t.noneNote}
			</Notice>
		)
	const villages = Map.groupBy(all, (courtyard) => courtyard.village)
	const shown = villages.get(village ?? '') ?? all
	return (
		<div class="stack">
			<Chips
				name="village"
				label={t.villages}
				choices={[
					{ value: '', label: t.allVillages, count: all.length },
					...[...villages].map(([value, own]) => ({
						value,
						label: own[0]?.villageName?.[language] ?? value,
						count: own.length,
					})),
				]}
			/>
			<div class="beside">
				<CourtyardTable shown={shown} />
				<figure class="card map-card">
					<figcaption>
						<h2>{t.map}</h2>
						<p class="small grey">{t.mapNote}</p>
					</figcaption>
					<CourtyardMap
						label={t.map}
						href={hrefOf}
						courtyards={shown.flatMap(({ position, name, ...courtyard }) =>
							position ? { ...courtyard, position, name: name[language] } : [],
						)}
					/>
				</figure>
			</div>
		</div>
	)
}

const CourtyardTable = ({ shown }: { shown: readonly CourtyardView[] }) => {
	const t = useWords(courtyardsWords)
	const common = useWords(commonWords)
	const language = useLanguage()
	const columns: readonly Column<CourtyardView>[] = [
		{
			id: 'name',
			title: t.courtyard,
			cell: ({ name }) => name[language],
			key: ({ name }) => name[language],
		},
		{ id: 'head', title: t.head, cell: ({ head }) => <span class="nowrap">{head ?? '—'}</span> },
		{
			id: 'score',
			title: t.score,
			isFigure: true,
			cell: ({ score }) => <strong>{score === null ? common.noPoints : scoreText(score, 1, language)}</strong>,
			key: ({ score }) => score,
		},
		{ id: 'band', title: t.band, cell: ({ band }) => <Band band={band} /> },
		{
			id: 'revolutions',
			isPlain: true,
			title: `${common.toilet} · ${common.waste} · ${common.sewage}`,
			cell: ({ revolutions }) => <RevolutionMarks revolutions={revolutions} />,
		},
	]
	return (
		<DataTable
			caption={t.title}
			columns={columns}
			rows={shown}
			id={({ id }) => id}
			href={({ id }) => hrefOf(id)}
			sort="score"
			empty={null}
		/>
	)
}
