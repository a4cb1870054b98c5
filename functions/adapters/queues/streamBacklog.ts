import { CloudWatchClient, GetMetricDataCommand, type MetricDataQuery } from '@aws-sdk/client-cloudwatch'
import type { Backlog, Waiting } from '../../../shared/ports/backlog.ts'

/** How far back the newest measurement may lie; CloudWatch has it a minute or two later. */
const NEWEST_WITHIN_MS = 5 * 60_000

/**
 * The telemetry stream, to know how far behind ingest is, and the queue beside it.
 *
 * Two ages are asked for. Lambda fetches every second, and what it fetches has an age even when nothing came; but it
 * fetches nothing while it tries a batch again, and then the age of that batch is what grows. Where nothing has been
 * fetched for minutes, nobody takes from the stream: then the age is without end.
 */
export class StreamBacklog implements Backlog {
	readonly #client = new CloudWatchClient({})
	readonly #queue: Backlog
	readonly #queries: MetricDataQuery[]
	readonly #now: () => number

	/** @param takenBy the function that takes from the stream */
	constructor(queue: Backlog, { stream, takenBy }: { stream: string; takenBy: string }, now: () => number) {
		this.#queue = queue
		this.#now = now
		this.#queries = [
			ageOf('fetched', 'AWS/Kinesis', 'GetRecords.IteratorAgeMilliseconds', { Name: 'StreamName', Value: stream }),
			ageOf('given', 'AWS/Lambda', 'IteratorAge', { Name: 'FunctionName', Value: takenBy }),
		]
	}

	async waiting(): Promise<Waiting> {
		const [{ messages }, seconds] = await Promise.all([this.#queue.waiting(), this.#seconds()])
		return { messages, seconds }
	}

	async #seconds(): Promise<number> {
		const now = this.#now()
		const { MetricDataResults = [] } = await this.#client.send(
			new GetMetricDataCommand({
				MetricDataQueries: this.#queries,
				StartTime: new Date(now - NEWEST_WITHIN_MS),
				EndTime: new Date(now),
				ScanBy: 'TimestampDescending',
			}),
		)
		const newest = new Map(MetricDataResults.map(({ Id, Values = [] }) => [Id, Values[0]]))
		return Math.max(newest.get('fetched') ?? Number.POSITIVE_INFINITY, newest.get('given') ?? 0) / 1000
	}
}

const ageOf = (
	Id: string,
	Namespace: string,
	MetricName: string,
	dimension: { Name: string; Value: string },
): MetricDataQuery => ({
	Id,
	MetricStat: { Metric: { Namespace, MetricName, Dimensions: [dimension] }, Period: 60, Stat: 'Maximum' },
})
