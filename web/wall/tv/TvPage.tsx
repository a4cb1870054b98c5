import './tv.css'
import { useEffect, useState } from 'preact/hooks'
import type { WallView } from '../../../shared/contract/wall/publicWall.ts'
import { Icon } from '../../components/Icon.tsx'
import { revolutionOrder } from '../../components/revolutionOrder.ts'
import { useNow } from '../../components/useNow.ts'
import { commonWords } from '../../i18n/commonWords.ts'
import { dateTime, month as monthText } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { useQuery } from '../../routing/navigation.ts'
import { LaterQr } from '../LaterQr.tsx'
import { useWall } from '../useWall.ts'
import { villageView } from '../villageView.ts'
import { wallAddress } from '../wallAddress.ts'
import { wallWords } from '../wallWords.ts'
import { TvContent } from './TvContent.tsx'
import { type TvPage as Page, pageOn, turnMs, tvPages } from './tvPages.ts'
import { tvWords } from './tvWords.ts'

/** For the screen in the village office: turns its pages by itself, needs no hand, and never shows an error. */
export const TvPage = () => {
	const t = useWords(tvWords)
	const w = useWords(wallWords)
	const { product } = useWords(commonWords)
	const language = useLanguage()
	const { state } = useWall()
	const village = useQuery().get('village') ?? ''
	useEffect(() => {
		document.title = `${w.wall} · ${product}`
	}, [w, product])
	if (state.is !== 'ready')
		return (
			<main class="tv tv-empty">
				<h1>{w.wall}</h1>
				<p aria-busy={state.is === 'loading'}>{state.is === 'failed' && t.waiting}</p>
				<p class="grey">{state.is === 'failed' && t.waitingNote}</p>
			</main>
		)
	const asOf = state.stale ? t.asOf(dateTime(state.value.at, language)) : undefined
	return <Screen view={villageView(state.value, village)} village={village} asOf={asOf} />
}

interface ScreenProps {
	readonly view: WallView
	readonly village: string
	readonly asOf: string | undefined
}

const Screen = ({ view, village, asOf }: ScreenProps) => {
	const t = useWords(tvWords)
	const w = useWords(wallWords)
	const common = useWords(commonWords)
	const language = useLanguage()
	const pages = tvPages(view)
	const turns = useTurns()
	const page = pageOn(pages, turns)
	const at = pages.indexOf(page ?? { is: 'red', entries: [] })
	const place = view.villages.find(({ id }) => id === village) ?? view.township
	return (
		<main class="tv">
			<header class="tv-head">
				<h1>{w.title(place.name[language])}</h1>
				<Clock />
			</header>
			<section class="tv-page" key={at}>
				{page && (
					<>
						<h2>{headingOf(page, view, { t, w, language })}</h2>
						<TvContent page={page} view={view} />
					</>
				)}
			</section>
			<aside class="tv-scan">
				<LaterQr text={wallAddress('/wall')} label={t.scan} />
				<strong>{t.scan}</strong>
				<span class="grey">{t.scanNote}</span>
				<ul class="tv-key">
					{revolutionOrder.map((name) => (
						<li key={name}>
							<Icon name={name} /> {common[name]}
						</li>
					))}
				</ul>
			</aside>
			<footer class="tv-foot">
				<ol class="tv-dots" aria-label={t.page(at + 1, pages.length)}>
					{pages.map((one, index) => (
						<li key={`${one.is}${String(index)}`} class={index === at ? 'tv-here' : undefined} />
					))}
				</ol>
				{asOf !== undefined && <p>{asOf}</p>}
			</footer>
		</main>
	)
}

interface Said {
	readonly t: ReturnType<typeof useWords<typeof tvWords>>
	readonly w: ReturnType<typeof useWords<typeof wallWords>>
	readonly language: ReturnType<typeof useLanguage>
}

const headingOf = (page: Page, { ranking }: WallView, { t, w, language }: Said): string => {
	const month = ranking === null ? '' : monthText(ranking.month, language)
	switch (page.is) {
		case 'scores':
			return w.scores
		case 'problems':
			return w.problems
		default:
			return t[page.is](month)
	}
}

/** How often the page has been turned since the screen was switched on. */
const useTurns = (): number => {
	const [turns, setTurns] = useState(0)
	useEffect(() => {
		const timer = setInterval(() => setTurns((before) => before + 1), turnMs)
		return () => clearInterval(timer)
	}, [])
	return turns
}

const Clock = () => {
	const now = useNow(1000)
	return (
		<time class="tv-clock" dateTime={new Date(now).toISOString()}>
			{dateTime(now, useLanguage())}
		</time>
	)
}
