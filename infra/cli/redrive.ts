import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { Presets, SingleBar } from 'cli-progress'
import * as z from '../../shared/contract/zod.ts'
import { runCommand, UsageError } from '../local/cli/runCommand.ts'
import { requireRunningEdition } from '../local/runningEdition.ts'
import { countMessages, lookAt } from '../redrive/lookAt.ts'
import { moveMessages } from '../redrive/moveMessages.ts'
import { explained } from '../redrive/problems.ts'
import { type QueueAt, queueAt } from '../redrive/queueClient.ts'
import { telemetryOfRuleError } from '../redrive/rebuildMessage.ts'
import { tellHeaps, tellMoved } from '../redrive/words.ts'

const usage = `Moves messages that could not be ingested back to the telemetry queue, after the cause is mended.

  npm run redrive -- --dry-run                     what lies on the dead-letter queue of the local edition
  npm run redrive -- [--max <number>]              moves it back
  npm run redrive -- --source <url> --target <url> the same on AWS, in every region; docs/operations.md says
                                                   how to get the two URLs

  --queue telemetry|rule-errors  the dead-letter queue, or what the topic rule could not hand over (default: telemetry)
  --max <number>                 moves, or looks at, so many at most (default: all; 1000 with --dry-run)
  --dry-run                      looks and counts; gives every message back
  --data <folder>                data folder of the local edition (default: .local)`

const Options = z.object({
	queue: z.enum(['telemetry', 'rule-errors'], '--queue must be telemetry or rule-errors'),
	max: z.optional(z.coerce.number('--max is a number').check(z.int(), z.minimum(1))),
	dryRun: z.boolean(),
	source: z.optional(z.string()),
	target: z.optional(z.string()),
	data: z.string().check(z.minLength(1)),
})
type Options = z.infer<typeof Options>

const readOptions = (args: string[]): Options => {
	const text = { type: 'string' } as const
	const { values } = parseArgs({
		args,
		options: {
			queue: { ...text, default: 'telemetry' },
			max: text,
			'dry-run': { type: 'boolean', default: false },
			source: text,
			target: text,
			data: { ...text, default: '.local' },
		},
	})
	const parsed = Options.safeParse({ ...values, dryRun: values['dry-run'] })
	if (!parsed.success) throw new UsageError(z.prettifyError(parsed.error))
	const { source, target, dryRun } = parsed.data
	if (source === undefined && target !== undefined) throw new UsageError('--source is missing.')
	if (source !== undefined && target === undefined && !dryRun) throw new UsageError('--target is missing.')
	return parsed.data
}

const addresses = async ({ source, target, queue, data }: Options): Promise<{ source: string; target?: string }> => {
	if (source !== undefined) return { source, ...(target !== undefined && { target }) }
	const { queues } = await requireRunningEdition(data)
	return { source: queue === 'telemetry' ? queues.deadLetter : queues.ruleErrors, target: queues.telemetry }
}

const look = async (source: QueueAt, max: number): Promise<void> => {
	const { looked, heaps } = await lookAt(source, max)
	const { waiting, hidden } = await countMessages(source)
	console.log(`${source.url}\nAbout ${waiting} messages wait${hidden > 0 ? `, ${hidden} more are hidden` : ''}.`)
	if (looked > 0) console.log(`\nThe ${looked} looked at:\n${tellHeaps(heaps, Date.now())}`)
}

const move = async (source: QueueAt, target: QueueAt, { queue, max }: Options): Promise<void> => {
	const { waiting } = await countMessages(source)
	const bar = new SingleBar(
		{ format: 'Moving {bar} {value}/{total}', stream: process.stderr, noTTYOutput: true, notTTYSchedule: 5000 },
		Presets.shades_classic,
	)
	const total = Math.min(waiting, max ?? waiting)
	bar.start(total, 0)
	const rebuild =
		queue === 'telemetry'
			? (body: string) => body
			: (body: string, sentAt: number) => {
					const message = telemetryOfRuleError(body, sentAt)
					return message && JSON.stringify(message)
				}
	const onMoved = (moved: number): void => {
		// The count is SQS's guess.
		bar.setTotal(Math.max(total, moved))
		bar.update(moved)
	}
	const wish = { source, target, rebuild, max: max ?? Number.POSITIVE_INFINITY, run: randomUUID(), width: 8, onMoved }
	const moved = await moveMessages(wish).finally(() => bar.stop())
	console.log(tellMoved(moved))
}

await runCommand(usage, async (args) => {
	const options = readOptions(args)
	const { source, target } = await addresses(options)
	await explained(async () => {
		if (options.dryRun || target === undefined) await look(queueAt(source), options.max ?? 1000)
		else await move(queueAt(source), queueAt(target), options)
	})
})
