import type { Figures } from '../../../shared/contract/service/figures.ts'
import { daysOfMonth, monthOf, shanghaiDay } from '../../../shared/domain/time/shanghai.ts'
import { Live } from '../../components/Live.tsx'
import { Since } from '../../components/Since.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useApi } from '../../data/useApi.ts'
import { decimal, percent } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { withQuery } from '../../routing/address.ts'
import { usePlace, useQuery } from '../../routing/navigation.ts'
import { lastMonths } from '../lastMonths.ts'
import { MonthPicker } from '../MonthPicker.tsx'
import { figureWords } from './tasksWords.ts'

/** How well tasks of a month are dealt with, and how good the alarms are. */
export const FigureTiles = () => {
	const t = useWords(figureWords)
	const { path, search } = usePlace()
	const today = shanghaiDay(Date.now())
	const month = useQuery().get('month') ?? monthOf(today)
	const last = daysOfMonth(month).at(-1) ?? today
	const isOver = last < today
	const figures = useApi<Figures>(`/api/figures?from=${month}-01&to=${isOver ? last : today}`, {
		pollMs: 300_000,
	})
	return (
		<section class="stack" aria-labelledby="figures">
			<div class="row apart">
				<h2 id="figures">{t.title}</h2>
				<MonthPicker
					months={lastMonths(monthOf(today))}
					chosen={month}
					href={(other) => withQuery(path + search, { month: other === monthOf(today) ? undefined : other })}
				/>
			</div>
			<Live of={figures} skeleton={<Skeleton lines={2} tall />}>
				{(found) => (
					<>
						<Tiles figures={found} />
						<Devices figures={found} />
					</>
				)}
			</Live>
		</section>
	)
}

const Tiles = ({ figures }: { figures: Figures }) => {
	const t = useWords(figureWords)
	const language = useLanguage()
	const share = (label: string, { count, of, share: value }: Figures['reopened']) => (
		<li>
			<span class="small grey">{label}</span>
			<strong class="figures">{value === null ? '—' : percent(value, language)}</strong>
			<span class="small grey">{value === null ? t.nothing : t.of(count, of)}</span>
		</li>
	)
	return (
		<ul class="tiles">
			{share(t.acknowledged, figures.acknowledgedInTime)}
			{share(t.fixed, figures.fixedInTime)}
			{share(t.reopened, figures.reopened)}
			{share(t.falseAlarms, figures.falseAlarms)}
			<li>
				<span class="small grey">{t.perHead}</span>
				<strong class="figures">{decimal(figures.alarmsPerHeadPerDay.mean, 2, language)}</strong>
			</li>
			{share(t.topTen, figures.topDevices)}
			<li>
				<span class="small grey">{t.chattering}</span>
				<strong class="figures">{figures.chattering.length}</strong>
			</li>
			<li>
				<span class="small grey">{t.stale}</span>
				<strong class="figures">{figures.stale.length}</strong>
			</li>
		</ul>
	)
}

const Devices = ({ figures: { topDevices, chattering, stale } }: { figures: Figures }) => {
	const t = useWords(figureWords)
	const language = useLanguage()
	if (topDevices.devices.length + chattering.length + stale.length === 0) return null
	const link = (device: string, place: { zh: string; en: string }) => (
		<a href={`/desk/devices/${encodeURIComponent(device)}`}>{place[language]}</a>
	)
	return (
		<details>
			<summary>{t.details}</summary>
			<div class="figure-devices">
				{topDevices.devices.length > 0 && (
					<section>
						<h3>{t.topTen}</h3>
						{topDevices.devices.map(({ device, place, alarms }) => (
							<p key={device} class="row apart">
								{link(device, place)} <span class="figures grey">{t.alarms(alarms)}</span>
							</p>
						))}
					</section>
				)}
				{chattering.length > 0 && (
					<section>
						<h3>{t.chattering}</h3>
						{chattering.map(({ device, rule, place, text, alarms }) => (
							<p key={device + rule} class="row apart">
								<span>
									{link(device, place)} {text[language]}
								</span>
								<span class="figures grey">{t.alarms(alarms)}</span>
							</p>
						))}
					</section>
				)}
				{stale.length > 0 && (
					<section>
						<h3>{t.stale}</h3>
						{stale.map(({ device, place, lastReadingAt }) => (
							<p key={device} class="row apart">
								{link(device, place)}{' '}
								<span class="grey">{lastReadingAt === null ? t.never : <Since at={lastReadingAt} />}</span>
							</p>
						))}
					</section>
				)}
			</div>
		</details>
	)
}
