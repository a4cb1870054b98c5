import './inspections.css'
import type { InspectionRecordView } from '../../../shared/contract/inspection/inspectionViews.ts'
import type { CourtyardView } from '../../../shared/contract/score/liveViews.ts'
import { Icon } from '../../components/Icon.tsx'
import { Live } from '../../components/Live.tsx'
import { Page } from '../../components/Page.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useApi } from '../../data/useApi.ts'
import { date, dateTime, decimal, measured } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { setQuery, useQuery } from '../../routing/navigation.ts'
import type { PageProps } from '../../routing/Routes.tsx'
import { mayDecide } from '../mayDecide.ts'
import { CorrectSheet } from './CorrectSheet.tsx'
import { inspectionsWords } from './inspectionsWords.ts'
import { sheetId } from './sheetHref.ts'

/** A recorded sheet with what each defect cost, and how it was corrected. */
export const SheetPage = ({ params }: PageProps) => {
	const t = useWords(inspectionsWords)
	const language = useLanguage()
	const isEditing = useQuery().has('edit') && mayDecide()
	const sheet = useApi<InspectionRecordView>(`/api/inspections/${encodeURIComponent(sheetId(params))}`)
	const courtyards = useApi<{ courtyards: CourtyardView[] }>('/api/courtyards')
	const value = sheet.state.is === 'ready' ? sheet.state.value : undefined
	const all = courtyards.state.is === 'ready' ? courtyards.state.value.courtyards : []
	const name = all.find(({ id }) => id === value?.courtyard)?.name[language] ?? ''
	return (
		<Page
			title={value ? t.sheetTitle(name, date(`${value.day}T12:00:00+08:00`, language)) : t.title}
			note={value ? t.by(value.by.name) : ' '}
			actions={
				value &&
				!isEditing &&
				mayDecide() && (
					<button type="button" class="button-quiet" onClick={() => setQuery({ edit: '1' })}>
						<Icon name="edit" />
						{t.correct}
					</button>
				)
			}
		>
			<Live of={sheet} skeleton={<Skeleton lines={6} tall />}>
				{(shown) =>
					isEditing ? (
						<CorrectSheet
							key={shown.revision}
							sheet={shown}
							onDone={() => {
								setQuery({ edit: undefined })
								sheet.refresh()
							}}
						/>
					) : (
						<Sheet sheet={shown} />
					)
				}
			</Live>
		</Page>
	)
}

const Sheet = ({ sheet }: { sheet: InspectionRecordView }) => {
	const t = useWords(inspectionsWords)
	const language = useLanguage()
	return (
		<div class="stack">
			<p class="sheet-score">
				<strong class="figures">{decimal(sheet.score, 2, language)}</strong> <span class="grey">{t.score}</span>
			</p>
			{sheet.notice && <p class="stale">{sheet.notice[language]}</p>}
			<div class="sheet-items">
				{sheet.items.map((item) => {
					const own = sheet.deductions.filter((one) => one.item === item.id)
					return (
						<section key={item.id} class="card sheet-item">
							<p class="row apart">
								<strong>{item.name[language]}</strong>
								<span class={`figures ${item.left < item.points ? 'sheet-less' : 'grey'}`}>
									{t.left(measured(item.left, language), measured(item.points, language))}
								</span>
							</p>
							{own.length === 0 ? (
								<p class="grey">{t.fine}</p>
							) : (
								own.map((one) => (
									<p key={one.id} class="sheet-defect">
										<span>
											{one.defect?.[language]}
											{one.defect && one.note && (language === 'zh' ? '：' : ': ')}
											{one.note}
										</span>
										<span class="figures grey">{one.struck ? t.struck : t.minus(measured(one.points, language))}</span>
									</p>
								))
							)}
						</section>
					)
				})}
			</div>
			{sheet.revisions.length > 1 && (
				<section class="stack">
					<h2>{t.revisions}</h2>
					<ol class="history">
						{sheet.revisions.toReversed().map((one) => (
							<li key={one.revision}>
								<p>
									<strong>{t.revision(one.revision)}</strong>{' '}
									<span class="figures">{decimal(one.score, 2, language)}</span>{' '}
									<span class="small grey">
										{one.by.name} · {dateTime(one.at, language)}
									</span>
								</p>
								<p>{one.reason ?? t.first}</p>
							</li>
						))}
					</ol>
				</section>
			)}
		</div>
	)
}
