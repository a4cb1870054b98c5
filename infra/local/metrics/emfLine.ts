import { FIGURES_DIMENSION, FIGURES_NAMESPACE } from '../../../shared/contract/service/serviceFigures.ts'
import * as z from '../../../shared/contract/zod.ts'

/** What a line of a function's log says of one metric. */
export interface Measured {
	readonly function: string
	readonly metric: string
	readonly values: readonly number[]
}

const Line = z.looseObject({
	_aws: z.object({
		CloudWatchMetrics: z.array(
			z.object({
				Namespace: z.literal(FIGURES_NAMESPACE),
				Dimensions: z.array(z.array(z.string())),
				Metrics: z.array(z.object({ Name: z.string() })),
			}),
		),
	}),
	[FIGURES_DIMENSION]: z.string(),
})
const Values = z.union([
	z.pipe(
		z.number(),
		z.transform((value) => [value]),
	),
	z.array(z.number()),
])

/** The metrics in a line of log, as CloudWatch would take them from it; none where it is any other line. */
export const measuredIn = (line: string): readonly Measured[] => {
	// Most lines of most functions are none.
	if (!line.startsWith('{"_aws"')) return []
	let parsed: unknown
	try {
		parsed = JSON.parse(line)
	} catch {
		return []
	}
	const { data } = Line.safeParse(parsed)
	if (data === undefined) return []
	return data._aws.CloudWatchMetrics.flatMap(({ Metrics }) =>
		Metrics.flatMap(({ Name }) => {
			const values = Values.safeParse(data[Name]).data
			return values === undefined ? [] : [{ function: data[FIGURES_DIMENSION], metric: Name, values }]
		}),
	)
}
