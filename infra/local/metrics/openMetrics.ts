import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { type FigureName, reasonOf, serviceFigures } from '../../../shared/contract/service/serviceFigures.ts'
import type { Functions } from '../edition/functions.ts'
import type { Invoke } from '../lambda/invokeResult.ts'
import type { QueueService } from '../queue/queueService.ts'
import { measuredIn } from './emfLine.ts'

export interface Metrics {
	/** Takes a line of a function's log; most hold no figures. */
	take(line: string): void
	/** The same functions, their invocations counted. */
	counting(functions: Functions): Functions
	/** Looks into the queues whenever somebody asks. */
	watch(queues: Pick<QueueService, 'definitions' | 'counts'>): void
	/** Everything in the text format of Prometheus, and its media type. */
	text(): Promise<{ readonly contentType: string; readonly body: string }>
}

const PREFIX = 'green_courtyard_'
/** From a second to a day: what is ordinary, what is late, what a gateway kept back. */
const BUCKETS = [0.5, 1, 2, 5, 10, 30, 60, 120, 300, 900, 3600, 21_600, 86_400]

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * The figures of the service on this machine: what on AWS CloudWatch takes from the same lines of log, and what it measures of
 * functions and queues by itself.
 */
export const openMetrics = (): Metrics => {
	const registry = new Registry()
	const registers = [registry]
	const figures = new Map(
		(Object.keys(serviceFigures) as FigureName[]).map((name) => [name, figureOf(name, registers)] as const),
	)
	const faults = new Counter({
		name: `${PREFIX}faults_total`,
		help: 'Faults found in messages, by reason; a message may have several',
		labelNames: ['function', 'reason'],
		registers,
	})
	const invocations = new Counter({
		name: `${PREFIX}invocations_total`,
		help: 'Invocations of functions, as AWS/Lambda Invocations and Errors',
		labelNames: ['function', 'outcome'],
		registers,
	})
	const counted =
		(name: string, invoke: Invoke): Invoke =>
		async (event) => {
			const result = await invoke(event)
			invocations.inc({ function: name, outcome: result.ok ? 'succeeded' : 'failed' })
			return result
		}
	return {
		take: (line) => {
			for (const { function: by, metric, values } of measuredIn(line)) {
				const reason = reasonOf(metric)
				if (reason !== undefined) for (const value of values) faults.inc({ function: by, reason }, value)
				else for (const value of values) figures.get(metric as FigureName)?.({ function: by }, value)
			}
		},
		counting: (functions) =>
			new Map([...functions].map(([arn, invoke]) => [arn, counted(arn.slice(arn.lastIndexOf(':') + 1), invoke)])),
		watch: (queues) => watchQueues(queues, registers),
		text: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
	}
}

type Note = (labels: { function: string }, value: number) => void

const figureOf = (name: FigureName, registers: Registry[]): Note => {
	const { kind, means: help, ...rest } = serviceFigures[name]
	const metric = `${PREFIX}${snakeCase(name)}${'unit' in rest ? '_seconds' : ''}`
	const labelNames = ['function'] as const
	switch (kind) {
		case 'count': {
			const counter = new Counter({ name: `${metric}_total`, help, labelNames, registers })
			return (labels, value) => counter.inc(labels, value)
		}
		case 'level': {
			const gauge = new Gauge({ name: metric, help, labelNames, registers })
			return (labels, value) => gauge.set(labels, value)
		}
		case 'delay': {
			const histogram = new Histogram({ name: metric, help, labelNames, buckets: BUCKETS, registers })
			return (labels, value) => histogram.observe(labels, value)
		}
	}
}

const watchQueues = (
	{ definitions, counts }: Pick<QueueService, 'definitions' | 'counts'>,
	registers: Registry[],
): void => {
	new Gauge({
		name: `${PREFIX}queue_messages`,
		help: 'Messages in a queue, as AWS/SQS ApproximateNumberOfMessages…',
		labelNames: ['queue', 'state'],
		registers,
		collect() {
			for (const { name: queue } of definitions) {
				const { visible, inFlight, delayed } = counts(queue)
				for (const [state, value] of Object.entries({ visible, in_flight: inFlight, delayed }))
					this.set({ queue, state }, value)
			}
		},
	})
	new Gauge({
		name: `${PREFIX}queue_oldest_message_seconds`,
		help: 'Age of the oldest message in a queue, as AWS/SQS ApproximateAgeOfOldestMessage',
		labelNames: ['queue'],
		registers,
		collect() {
			for (const { name: queue } of definitions) this.set({ queue }, counts(queue).oldestAgeSeconds ?? 0)
		},
	})
}
