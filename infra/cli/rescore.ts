import { parseArgs } from 'node:util'
import { Presets, SingleBar } from 'cli-progress'
import { Month } from '../../shared/contract/score/score.ts'
import * as z from '../../shared/contract/zod.ts'
import { runCommand, UsageError } from '../local/cli/runCommand.ts'
import type { LocalFunction } from '../local/lambda/startFunction.ts'
import { requireRunningEdition } from '../local/runningEdition.ts'
import { localRollup } from '../rescore/localRollup.ts'

const usage = `Works out the scores of a month anew and compares them with those that are kept.

  npm run rescore -- --month 2026-10

  --courtyard <id>   this courtyard only
  --dry-run          compares, and writes nothing
  --data <folder>    data folder of the local edition (default: .local)

Where readings, profile and registry are as they were, the same bytes come out: 0 differ. What differs is put right, and a
published ranking stays as it is. On AWS the rollup function does the same; docs/operations.md says how to call it.`

const Options = z.object({
	month: Month,
	courtyard: z.optional(z.string()),
	dryRun: z.boolean(),
	data: z.string().check(z.minLength(1)),
})
type Options = z.infer<typeof Options>

const Report = z.object({
	computed: z.int(),
	differ: z.int(),
	examples: z.array(z.string()),
	next: z.optional(z.string()),
})
type Report = z.infer<typeof Report>

const readOptions = (args: string[]): Options => {
	const text = { type: 'string' } as const
	const { values } = parseArgs({
		args,
		options: {
			month: text,
			courtyard: text,
			'dry-run': { type: 'boolean', default: false },
			data: { ...text, default: '.local' },
		},
	})
	if (values.month === undefined) throw new UsageError('--month is missing.')
	const parsed = Options.safeParse({ ...values, dryRun: values['dry-run'] })
	if (!parsed.success) throw new UsageError(z.prettifyError(parsed.error))
	return parsed.data
}

const daysOf = (month: string): string[] => {
	const [year = 0, number = 1] = month.split('-').map(Number)
	const length = new Date(Date.UTC(year, number, 0)).getUTCDate()
	return Array.from({ length }, (_, i) => `${month}-${String(i + 1).padStart(2, '0')}`)
}

/** A day in one call of the function, or in several where it runs out of time. */
const rescoreDay = async (lambda: LocalFunction, day: string, { courtyard, dryRun }: Options): Promise<Report> => {
	const total: Report = { computed: 0, differ: 0, examples: [] }
	let after: string | undefined
	do {
		const asked = { day, dryRun, ...(courtyard !== undefined && { courtyard }), ...(after !== undefined && { after }) }
		const result = await lambda.invoke({ rescore: asked })
		if (!result.ok) throw new Error(`${day}: ${result.errorMessage}`)
		const report = Report.parse(result.payload)
		total.computed += report.computed
		total.differ += report.differ
		total.examples.push(...report.examples)
		after = report.next
	} while (after !== undefined)
	return total
}

await runCommand(usage, async (args) => {
	const options = readOptions(args)
	const running = await requireRunningEdition(options.data)
	const lambda = await localRollup(running, (line) => console.error(line))
	const bar = new SingleBar(
		{
			format: '{month} {bar} {value}/{total} days, {computed} courtyard-days, {differ} differ',
			stream: process.stderr,
		},
		Presets.shades_classic,
	)
	const total: Report = { computed: 0, differ: 0, examples: [] }
	const { month } = options
	const days = daysOf(month)
	bar.start(days.length, 0, { month, computed: 0, differ: 0 })
	try {
		for (const day of days) {
			const report = await rescoreDay(lambda, day, options)
			total.computed += report.computed
			total.differ += report.differ
			total.examples.push(...report.examples)
			bar.increment(1, { month, computed: total.computed, differ: total.differ })
		}
	} finally {
		bar.stop()
		await lambda.close()
	}
	for (const example of total.examples.slice(0, 20)) console.log(`  ${example}`)
	console.log(`${total.computed} courtyard-days computed, ${total.differ} differ`)
})
