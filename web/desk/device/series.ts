import type { DeviceDetails } from '../../../shared/contract/registry/deviceDetails.ts'
import type { Measurand } from '../../../shared/contract/telemetry/measurand.ts'
import type { ReadingsPage } from '../../../shared/contract/telemetry/readingsPage.ts'
import type { Point, Span } from '../../chart/spans.ts'

/** Each measurand that was measured in a time, with its points in the order of time. */
export const seriesOf = (page: ReadingsPage, step = 0): ReadonlyMap<Measurand, Point[]> => {
	const found = new Map<Measurand, Point[]>()
	const add = (name: string, point: Point): void => {
		const points = found.get(name as Measurand)
		if (points) points.push(point)
		else found.set(name as Measurand, [point])
	}
	if (page.resolution === 'raw')
		for (const { at, values } of page.readings)
			for (const [name, value] of Object.entries(values)) add(name, { at: Date.parse(at), value })
	else
		for (const { start, measurands } of page.buckets)
			for (const [name, { min, mean, max }] of Object.entries(measurands))
				add(name, { at: Date.parse(start) + step / 2, value: mean, low: min, high: max })
	return found
}

/** The times in which an alarm of a measurand was active, as far as they lie in a range; one without an end goes on. */
export const alarmSpans = (
	alarms: ReadingsPage['alarms'],
	rules: DeviceDetails['rules'],
	measurand: Measurand,
	range: Span,
): Span[] => {
	const own = new Set(rules.filter((rule) => rule.measurand === measurand).map(({ rule }) => rule))
	return alarms
		.filter(({ rule }) => own.has(rule))
		.map(({ raisedAt, clearedAt }) => ({
			from: Math.max(range.from, Date.parse(raisedAt)),
			to: Math.min(range.to, clearedAt === null ? range.to : Date.parse(clearedAt)),
		}))
		.filter(({ from, to }) => from < to)
}

/** Health of the sensor stands behind what it measures. */
export const behind: readonly Measurand[] = ['battery', 'signal', 'snr', 'nextWithin']

/** Measurands in the order in which they are shown: what makes the index low, the others, the sensor's own. */
export const shownOrder = (names: Iterable<Measurand>, primary: readonly Measurand[]): Measurand[] => {
	const weight = (name: Measurand): number => (behind.includes(name) ? 2 : primary.includes(name) ? 0 : 1)
	return [...names].sort((a, b) => weight(a) - weight(b))
}
