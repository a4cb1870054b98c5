import { Duration } from 'aws-cdk-lib'
import { type IMetric, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import { tables as specs, type TableName } from '../../../functions/adapters/tables/tableKeys.ts'
import {
	FIGURES_DIMENSION,
	FIGURES_NAMESPACE,
	type FigureName,
	faultFigure,
} from '../../../shared/contract/service/serviceFigures.ts'
import type { FaultCode } from '../../../shared/contract/telemetry/reading.ts'
import type { ServiceFunction } from '../serviceFunction.ts'
import { functionsOf, type Parts } from './parts.ts'

const FIVE_MINUTES = Duration.minutes(5)

/** A figure that a function records of itself (functions/adapters/lambda/emfMeter.ts). */
export const figure = (of: ServiceFunction, name: FigureName, statistic: string, period = FIVE_MINUTES): Metric =>
	ownMetric(of, name, statistic, period)

/** Messages refused for one reason. */
export const faults = (ingest: ServiceFunction, reason: FaultCode): Metric =>
	ownMetric(ingest, faultFigure(reason), Stats.SUM, FIVE_MINUTES).with({ label: reason })

const ownMetric = ({ lambda }: ServiceFunction, metricName: string, statistic: string, period: Duration): Metric =>
	new Metric({
		namespace: FIGURES_NAMESPACE,
		metricName,
		dimensionsMap: { [FIGURES_DIMENSION]: lambda.functionName },
		statistic,
		period,
	})

/** Calls that no function was free for, of all functions together. */
export const throttledCalls = (parts: Parts): IMetric =>
	new MathExpression({
		expression: 'SUM(FILL(METRICS(), 0))',
		label: 'throttled calls',
		period: FIVE_MINUTES,
		usingMetrics: Object.fromEntries(
			functionsOf(parts).map(({ name, lambda }) => [name, lambda.metricThrottles({ statistic: Stats.SUM })]),
		),
	})

/** Reads and writes for which a table had no capacity, of all tables together. */
export const throttledTables = ({ tables }: Parts): IMetric =>
	new MathExpression({
		expression: 'SUM(FILL(METRICS(), 0))',
		label: 'throttled reads and writes',
		period: FIVE_MINUTES,
		usingMetrics: Object.fromEntries(
			(Object.keys(specs) as TableName[]).flatMap((name) =>
				['ReadThrottleEvents', 'WriteThrottleEvents'].map((event) => [
					`${name}${event}`,
					tables[name].table.metric(event, { statistic: Stats.SUM }),
				]),
			),
		),
	})

/** How many of the messages were refused, percent; 0 where there are too few to say. */
export const refusedShare = ({ ingest }: Parts, period: Duration): IMetric =>
	new MathExpression({
		expression: 'IF(messages >= 20, 100 * FILL(quarantined, 0) / messages, 0)',
		label: 'refused, %',
		period,
		usingMetrics: {
			messages: figure(ingest, 'messages', Stats.SUM, period),
			quarantined: figure(ingest, 'quarantined', Stats.SUM, period),
		},
	})

/** How many of the devices are silent, percent; 0 where there are too few to say. */
export const silentShare = ({ sweep }: Parts): IMetric =>
	new MathExpression({
		expression: 'IF(watched >= 5, 100 * silent / watched, 0)',
		label: 'silent, %',
		period: FIVE_MINUTES,
		usingMetrics: {
			watched: figure(sweep, 'watchedDevices', Stats.MAXIMUM),
			silent: figure(sweep, 'silentDevices', Stats.MINIMUM),
		},
	})
