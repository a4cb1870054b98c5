import '../../design/figures.css'
import './print.css'
import { useEffect } from 'preact/hooks'
import type { WallView } from '../../../shared/contract/wall/publicWall.ts'
import { Icon } from '../../components/Icon.tsx'
import { Live } from '../../components/Live.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { commonWords } from '../../i18n/commonWords.ts'
import { dateTime, month as monthText } from '../../i18n/format.ts'
import { words } from '../../i18n/language.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { useQuery } from '../../routing/navigation.ts'
import { BlackList, RedList } from '../home/Lists.tsx'
import { Problem, ProblemFigures } from '../home/ProblemsPart.tsx'
import { RankList } from '../home/RankList.tsx'
import { Revisions } from '../home/Revisions.tsx'
import { ScoresNow } from '../home/ScoresNow.tsx'
import { LaterQr } from '../LaterQr.tsx'
import { NoTownship } from '../NoTownship.tsx'
import { useWall } from '../useWall.ts'
import { villageView } from '../villageView.ts'
import { wallAddress } from '../wallAddress.ts'
import { wallWords } from '../wallWords.ts'

const printWords = words({
	how: { zh: '纸张选 A3，竖向。', en: 'Choose A3 paper, upright.' },
	madeAt: { zh: (when: string) => `打印于 ${when}`, en: (when: string) => `Printed ${when}` },
	scoresAt: { zh: (when: string) => `环境得分（${when}）`, en: (when: string) => `Scores (${when})` },
	solved: { zh: '本月解决的问题', en: 'Solved this month' },
	method: {
		zh: '得分只看传感器；上报问题不扣分。评比 = 环境、检查、响应三项加权。',
		en: 'Scores come from sensors alone; reporting a problem costs nothing. The ranking weighs environment, inspections and response.',
	},
})

/** The sheet for the notice board: A3, upright. */
export const PrintPage = () => {
	const t = useWords(wallWords)
	const p = useWords(printWords)
	const common = useWords(commonWords)
	const village = useQuery().get('village') ?? ''
	const wall = useWall()
	useEffect(() => {
		document.title = `${t.print} · ${common.product}`
	}, [t, common])
	return (
		<main class="sheet">
			<p class="row no-print">
				<a class="quiet-link" href="/wall">
					<Icon name="left" />
					{t.home}
				</a>
				<button type="button" class="button" onClick={() => print()}>
					<Icon name="print" />
					{common.print}
				</button>
				<span class="grey">{p.how}</span>
			</p>
			<Live of={wall} skeleton={<Skeleton lines={8} tall />} none={<NoTownship />}>
				{(view) => <Sheet view={villageView(view, village)} village={village} />}
			</Live>
		</main>
	)
}

const Sheet = ({ view, village }: { view: WallView; village: string }) => {
	const t = useWords(wallWords)
	const p = useWords(printWords)
	const language = useLanguage()
	const { ranking, problems, courtyards, villages, at } = view
	const place = villages.find(({ id }) => id === village) ?? view.township
	const solved = problems.latest.filter(({ state }) => state === 'solved')
	return (
		<>
			<header class="sheet-head">
				<div>
					<h1>{t.title(place.name[language])}</h1>
					{ranking && (
						<p class="sheet-month">
							{monthText(ranking.month, language)}
							{language === 'zh' ? '' : ' · '}
							{t.ranking}
						</p>
					)}
					{ranking && <Revisions ranking={ranking} />}
				</div>
				<div class="sheet-scan">
					<LaterQr text={wallAddress('/wall')} label={t.scan} />
					<strong>{t.scan}</strong>
					<span class="small">{t.scanNote}</span>
				</div>
			</header>
			<div class="sheet-columns">
				<div class="stack">
					{ranking ? (
						<>
							<h2>{t.ranking}</h2>
							<RankList ranking={ranking} villages={villages} />
						</>
					) : (
						<>
							<h2>{t.noRanking}</h2>
							<p>{t.noRankingNote}</p>
						</>
					)}
					<section class="stack">
						<h2>{p.solved}</h2>
						<ProblemFigures problems={problems} />
						{solved.length > 0 && (
							<ul class="problem-list">
								{solved.slice(0, 4).map((problem) => (
									<Problem
										key={`${problem.courtyard}${problem.reportedAt}${problem.what.en}`}
										problem={problem}
										courtyards={courtyards}
									/>
								))}
							</ul>
						)}
					</section>
				</div>
				<div class="stack">
					{ranking && <RedList entries={ranking.red} />}
					{ranking && <BlackList entries={ranking.black} />}
				</div>
			</div>
			<ScoresNow courtyards={courtyards} villages={villages} title={p.scoresAt(dateTime(at, language))} />
			<footer class="sheet-foot small">
				<p>{p.method}</p>
				<p>{wallAddress('/wall')}</p>
				<p>{p.madeAt(dateTime(Date.now(), language))}</p>
			</footer>
		</>
	)
}
