import { MeasurandChart } from '../chart/MeasurandChart.tsx'
import { Band } from '../components/Band.tsx'
import { CalendarHeat } from '../components/CalendarHeat.tsx'
import { LossBars } from '../components/LossBars.tsx'
import { QrCode } from '../components/QrCode.tsx'
import { RankChange } from '../components/RankChange.tsx'
import { Score } from '../components/Score.tsx'
import { Since } from '../components/Since.tsx'
import { words } from '../i18n/language.ts'
import { useWords } from '../i18n/useWords.ts'
import { Part } from './Part.tsx'
import { alarms, ammonia, heatDays, range } from './samples.ts'

const sampleWords = words({
	first: { zh: '2 号公厕 氨气偏高，共 14 小时', en: 'Public toilet 2: ammonia too high for 14 hours' },
	second: { zh: '1 号垃圾收集点 满溢，共 6 小时', en: 'Waste collection point 1: overfull for 6 hours' },
	third: { zh: '提升井 水位过高，共 2 小时', en: 'Lift well: level too high for 2 hours' },
	limit: { zh: '及格线', en: 'Pass mark' },
	ammonia: { zh: '氨气', en: 'Ammonia' },
})

const bands = ['excellent', 'good', 'fair', 'poor', 'insufficient'] as const

/** Scores, ranks, calendars, charts. */
export const FigureParts = () => {
	const t = useWords(sampleWords)
	const revolutions = {
		toilet: { score: 71.2, band: 'fair' },
		waste: { score: 97.5, band: 'excellent' },
		sewage: { score: 88, band: 'good' },
	} as const
	return (
		<>
			<Part title="Score">
				<div class="card">
					<Score score={85.6} band="good" change={-3.2} revolutions={revolutions} />
				</div>
			</Part>
			<Part title="Score, insufficient">
				<div class="card">
					<Score
						score={null}
						band="insufficient"
						revolutions={{ toilet: { score: null, band: 'insufficient' }, waste: { score: 52, band: 'poor' } }}
					/>
				</div>
			</Part>
			<Part title="Band · RankChange · Since">
				<p class="row">
					{bands.map((band) => (
						<Band key={band} band={band} />
					))}
				</p>
				<p class="row">
					<RankChange rank={2} before={5} /> <RankChange rank={7} before={6} /> <RankChange rank={3} before={3} />
					<RankChange rank={1} before={undefined} />
				</p>
				<p>
					<Since at={Date.now() - 3 * 3_600_000} />
				</p>
				<QrCode text="https://example.org/t/abc" label="QR" />
			</Part>
			<Part title="LossBars">
				<div class="card">
					<LossBars
						losses={[
							{ id: 'a', sentence: t.first, points: 6.2, href: '/gallery/' },
							{ id: 'b', sentence: t.second, points: 2.4 },
							{ id: 'c', sentence: t.third, points: 0.3 },
						]}
					/>
				</div>
			</Part>
			<Part title="MeasurandChart" wide>
				<MeasurandChart
					title={t.ammonia}
					unit="mg/m³"
					points={ammonia}
					range={range}
					holdMs={1_800_000}
					limits={[{ name: t.limit, value: 1 }]}
					alarms={alarms}
				/>
			</Part>
			<Part title="CalendarHeat">
				<CalendarHeat month="2026-11" days={heatDays} />
			</Part>
		</>
	)
}
