import { useMemo } from 'preact/hooks'
import type { DeviceDetails } from '../../../shared/contract/registry/deviceDetails.ts'
import type { Measurand } from '../../../shared/contract/telemetry/measurand.ts'
import { measurandUnit } from '../../../shared/contract/telemetry/measurandUnit.ts'
import type { ReadingsPage } from '../../../shared/contract/telemetry/readingsPage.ts'
import { measurandWords } from '../../../shared/domain/telemetry/measurandWords.ts'
import { MeasurandChart } from '../../chart/MeasurandChart.tsx'
import { Live } from '../../components/Live.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useApi } from '../../data/useApi.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { AlarmList } from './AlarmList.tsx'
import { deviceWords } from './deviceWords.ts'
import { RangeBar } from './RangeBar.tsx'
import { alarmSpans, behind, seriesOf, shownOrder } from './series.ts'
import type { TimeRange } from './timeRange.ts'

interface ChartsProps {
	readonly device: DeviceDetails
	readonly path: string
	readonly range: TimeRange
	readonly now: number
}

/** A point of a stretch of time stands for it, and a stretch without a neighbour on either side leaves a gap. */
const stretchesHeld = 1.5
const faultStates = { zh: ['正常', '故障'], en: ['none', 'fault'] } as const
const slowly = 300_000
const often = 60_000

/** What a device measured in a time: a chart for each measurand, all with the same time axis and cursor. */
export const DeviceCharts = ({ device, path, range, now }: ChartsProps) => {
	const t = useWords(deviceWords)
	const { from, to, resolution } = range
	const query = `from=${from}&to=${to}&resolution=${resolution}`
	const readings = useApi<ReadingsPage>(`${path}/readings?${query}`, { pollMs: resolution === 'raw' ? often : slowly })
	return (
		<section class="stack">
			<RangeBar range={range} csv={`${path}/readings.csv?${query}`} />
			<Live of={readings} skeleton={<Skeleton lines={6} tall />}>
				{(page) => (
					<>
						{page.next !== undefined && <p class="grey">{t.cut}</p>}
						<Charts page={page} device={device} range={range} now={now} />
						<AlarmList alarms={page.alarms} rules={device.rules} isLatest={range.isLatest} />
					</>
				)}
			</Live>
		</section>
	)
}

const Charts = ({ page, device, range, now }: Omit<ChartsProps, 'path'> & { page: ReadingsPage }) => {
	const t = useWords(deviceWords)
	const series = useMemo(() => seriesOf(page, range.step), [page, range.step])
	if (series.size === 0)
		return (
			<Notice icon="clock" title={t.nothing}>
				{t.nothingNote}
			</Notice>
		)
	return (
		<div class="charts">
			{shownOrder(series.keys(), device.primary).map((name) => (
				<Chart key={name} name={name} points={series.get(name) ?? []} {...{ page, device, range, now }} />
			))}
		</div>
	)
}

interface ChartProps extends Omit<ChartsProps, 'path'> {
	readonly name: Measurand
	readonly page: ReadingsPage
	readonly points: Parameters<typeof MeasurandChart>[0]['points']
}

const Chart = ({ name, points, page, device, range, now }: ChartProps) => {
	const t = useWords(deviceWords)
	const language = useLanguage()
	const { from, to, step } = range
	// Kept the same while nothing changed: the chart is drawn anew with each other one, and a zoom would be lost.
	const span = useMemo(() => ({ from, to }), [from, to])
	const limits = useMemo(
		() =>
			device.limits
				// A fault there is or there is none: a line between says nothing.
				.filter(({ measurand }) => measurand === name && name !== 'pumpFault')
				.map(({ value, direction, isPass }) => ({
					name: direction === 'low' ? t.passLow : isPass ? t.pass : t.alarmLimit,
					value,
				})),
		[JSON.stringify(device.limits), name, t],
	)
	const alarms = useMemo(
		() => alarmSpans(page.alarms, device.rules, name, { from, to: Math.min(to, now) }),
		[page, name, from, to],
	)
	const isSelfCare = behind.includes(name)
	const holdMs = step === undefined ? device.holdSeconds * 1000 : step * stretchesHeld
	return (
		<MeasurandChart
			title={measurandWords[name][language]}
			unit={measurandUnit[name] === 'pH' ? '' : measurandUnit[name]}
			points={points}
			range={span}
			// Battery and radio are told now and then; between, nothing is missing.
			holdMs={isSelfCare ? Number.POSITIVE_INFINITY : holdMs}
			knownUntil={Math.min(to, Math.floor(now / often) * often)}
			limits={limits}
			alarms={alarms}
			{...(name === 'pumpFault' ? { states: faultStates[language] } : {})}
			sync={`device ${device.id}`}
		/>
	)
}
