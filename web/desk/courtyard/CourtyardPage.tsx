import './courtyard.css'
import type { CourtyardView, DevicesView } from '../../../shared/contract/score/liveViews.ts'
import { monthOf, shanghaiDay } from '../../../shared/domain/time/shanghai.ts'
import { Live } from '../../components/Live.tsx'
import { Page } from '../../components/Page.tsx'
import { Score } from '../../components/Score.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useNow } from '../../components/useNow.ts'
import { useApi } from '../../data/useApi.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { useQuery } from '../../routing/navigation.ts'
import type { PageProps } from '../../routing/Routes.tsx'
import { courtyardWords } from './courtyardWords.ts'
import { DeviceTable } from './DeviceTable.tsx'
import { Forecasts } from './Forecasts.tsx'
import { MonthOfCourtyard } from './MonthOfCourtyard.tsx'
import { OpenTasksHere } from './OpenTasksHere.tsx'
import { People } from './People.tsx'

/** A courtyard: how it stands, who answers for it, what is open, and why its month is as it is. */
export const CourtyardPage = ({ params: { id = '' } }: PageProps) => {
	const t = useWords(courtyardWords)
	const path = `/api/courtyards/${encodeURIComponent(id)}`
	const courtyard = useApi<CourtyardView>(path)
	if (courtyard.state.is === 'ready') return <Courtyard courtyard={courtyard.state.value} path={path} />
	return (
		<Page title={t.courtyards}>
			<Live of={courtyard} skeleton={<Skeleton lines={8} tall />}>
				{() => null}
			</Live>
		</Page>
	)
}

const Courtyard = ({ courtyard, path }: { courtyard: CourtyardView; path: string }) => {
	const t = useWords(courtyardWords)
	const language = useLanguage()
	const today = shanghaiDay(useNow())
	const query = useQuery()
	const asked = query.get('month')
	const month = asked !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : monthOf(today)
	const devices = useApi<DevicesView>(`${path}/devices`)
	const { id, name, village, villageName, kind, households, score, band, revolutions } = courtyard
	const note = [villageName?.[language], t[kind], t.households(households)].filter(Boolean).join(' · ')
	const names = new Map(
		devices.state.is === 'ready' ? devices.state.value.devices.map((device) => [device.id, device.name]) : [],
	)
	return (
		<Page
			title={name[language]}
			note={note}
			within={[
				{ href: '/desk/courtyards', label: t.courtyards },
				{ href: `/desk/courtyards?village=${encodeURIComponent(village)}`, label: villageName?.[language] ?? village },
			]}
			actions={
				<a class="button-quiet" href={`/desk/rankings/${month}`}>
					{t.ranking}
				</a>
			}
		>
			<div class="courtyard-top">
				<div class="stack">
					<section class="card stack">
						<header>
							<h2>{t.now}</h2>
							<p class="small grey">{t.nowNote}</p>
						</header>
						<Score score={score} band={band} revolutions={revolutions} />
					</section>
					<Forecasts courtyard={id} village={village} />
				</div>
				<div class="stack">
					<People courtyard={courtyard} today={today} />
					<OpenTasksHere courtyard={id} />
				</div>
			</div>
			<Live of={devices} skeleton={<Skeleton lines={5} tall />}>
				{(view) => <DeviceTable devices={view.devices} />}
			</Live>
			<MonthOfCourtyard path={path} month={month} day={query.get('day') ?? undefined} today={today} names={names} />
		</Page>
	)
}
