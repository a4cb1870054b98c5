import { FaultCode } from '../telemetry/reading.ts'

/** CloudWatch's name for all figures of the service together. */
export const FIGURES_NAMESPACE = 'GreenCourtyard'

/** The only dimension of a figure: the physical name of the function that recorded it, as in AWS/Lambda. */
export const FIGURES_DIMENSION = 'FunctionName'

/**
 * `count`: how often something happened in one run. `level`: how much there was at its end. `delay`: how long something
 * took, in seconds, a value for each.
 */
export type FigureKind = 'count' | 'level' | 'delay'
type Figure = { readonly kind: FigureKind; readonly unit?: 'Seconds'; readonly means: string }

/**
 * What the service measures of itself, once a run. The names are metrics in CloudWatch and, in the local edition, at
 * `/metrics`; alarms and dashboard name them from here.
 */
export const serviceFigures = {
	messages: { kind: 'count', means: 'Messages of devices taken from the queue' },
	readings: { kind: 'count', means: 'Readings admitted' },
	quarantined: { kind: 'count', means: 'Messages refused, in whole or in part' },
	messagesFailed: {
		kind: 'count',
		means: 'Messages that a fault of ours kept from being ingested; they are tried again',
	},
	readingToStored: { kind: 'delay', unit: 'Seconds', means: 'From the instant of a reading to its being stored' },
	receivedToStored: { kind: 'delay', unit: 'Seconds', means: 'From the arrival of a message to its being stored' },
	readingToAlert: { kind: 'delay', unit: 'Seconds', means: 'From the reading that raised an alarm to its alert' },
	criticalNewsToTold: {
		kind: 'delay',
		unit: 'Seconds',
		means: 'From when critical news were known to their being told',
	},
	queueAge: { kind: 'level', unit: 'Seconds', means: 'How long the oldest message of the batch had waited' },
	messagesWaiting: { kind: 'level', means: 'Messages of devices that wait in the queue' },
	watchedDevices: { kind: 'level', means: 'Devices that should be heard' },
	silentDevices: { kind: 'level', means: 'Devices of which nothing has come for longer than their readings hold' },
	tasksChanged: { kind: 'count', means: 'Tasks made or changed by readings or the clock' },
	alertsSent: { kind: 'count', means: 'Alerts to displays and loudspeakers' },
	messagesToPeople: { kind: 'count', means: 'Messages that channels took' },
	channelsFailing: { kind: 'level', means: 'Channels that could not be reached at their last attempt' },
	certificatesRefused: {
		kind: 'count',
		means: 'Devices that showed the claim certificate and were refused one of their own',
	},
} as const satisfies Record<string, Figure>

export type FigureName = keyof typeof serviceFigures

/** The figures of one kind. */
type Named<Kind extends FigureKind> = {
	[Name in FigureName]: (typeof serviceFigures)[Name]['kind'] extends Kind ? Name : never
}[FigureName]

/** What one run measured. What is absent was not measured; a count of nothing may be absent. */
export type ServiceFigures = Partial<Record<Named<'count' | 'level'>, number>> &
	Partial<Record<Named<'delay'>, readonly number[]>> & {
		/** Faults found, by reason; a message may have several. */
		faults?: Partial<Record<FaultCode, number>>
	}

/** The metric that counts the faults of one reason. */
export const faultFigure = (reason: FaultCode): string => `quarantined.${reason}`

/** The reason that such a metric counts, or undefined where it is another metric. */
export const reasonOf = (metric: string): FaultCode | undefined =>
	metric.startsWith('quarantined.') ? FaultCode.safeParse(metric.slice('quarantined.'.length)).data : undefined
