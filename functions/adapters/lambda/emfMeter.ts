import {
	FIGURES_DIMENSION,
	FIGURES_NAMESPACE,
	type FigureName,
	faultFigure,
	type ServiceFigures,
	serviceFigures,
} from '../../../shared/contract/service/serviceFigures.ts'
import { FaultCode } from '../../../shared/contract/telemetry/reading.ts'
import type { Meter } from '../../../shared/ports/meter.ts'
import { writeLine } from './log.ts'

type Metric = { Name: string; Unit?: 'Seconds' }

/**
 * Figures as one line of log a run, in CloudWatch's embedded metric format: no call, no right, no waiting. What is logged
 * is paid for, so counts of nothing and units of counts are left out.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export class EmfMeter implements Meter {
	readonly #function: string
	readonly #now: () => number
	readonly #write: (line: object) => void

	/** @param functionName the physical name of the function */
	constructor(functionName: string, now: () => number, write: (line: object) => void = writeLine) {
		this.#function = functionName
		this.#now = now
		this.#write = write
	}

	record({ faults = {}, ...figures }: ServiceFigures): void {
		const metrics: Metric[] = []
		const values: Record<string, number | readonly number[]> = {}
		for (const name of Object.keys(serviceFigures) as FigureName[]) {
			const value = figures[name]
			const { kind, ...rest } = serviceFigures[name]
			const isNothing = typeof value === 'number' ? value === 0 && kind === 'count' : value?.length === 0
			if (value === undefined || isNothing) continue
			metrics.push({ Name: name, ...('unit' in rest && { Unit: rest.unit }) })
			values[name] = value
		}
		for (const reason of FaultCode.options) {
			const count = faults[reason] ?? 0
			if (count === 0) continue
			metrics.push({ Name: faultFigure(reason) })
			values[faultFigure(reason)] = count
		}
		if (metrics.length === 0) return
		const directive = { Namespace: FIGURES_NAMESPACE, Dimensions: [[FIGURES_DIMENSION]], Metrics: metrics }
		this.#write({
			_aws: { Timestamp: this.#now(), CloudWatchMetrics: [directive] },
			[FIGURES_DIMENSION]: this.#function,
			...values,
		})
	}
}
