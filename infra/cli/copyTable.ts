import { parseArgs } from 'node:util'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { Presets, SingleBar } from 'cli-progress'
import { copyTable, itemCount } from '../data/copyTable.ts'
import { explained } from '../data/problems.ts'
import { runCommand, UsageError } from '../local/cli/runCommand.ts'

const usage = `把恢复出来的表抄回正式表。Puts the items of a table that was restored from a backup into the table of the stack.

  npm run copy-table -- --from <table> --to <table>              补上缺少的 adds what is missing
  npm run copy-table -- --from <table> --to <table> --overwrite  覆盖不同的 replaces what is there as well

What is only in the second table stays. It may be broken off and repeated. Stop the functions first (docs/operations.md).
The tables are those of the standard AWS environment (AWS_PROFILE, AWS_REGION …).`

await runCommand(usage, async (args) => {
	const text = { type: 'string' } as const
	const { values } = parseArgs({
		args,
		options: { from: text, to: text, overwrite: { type: 'boolean', default: false } },
	})
	const { from, to, overwrite } = values
	if (from === undefined || to === undefined) throw new UsageError('It needs --from and --to.')
	if (from === to) throw new UsageError('--from and --to are the same table.')
	await explained(async () => {
		const client = new DynamoDBClient({})
		const total = await itemCount(client, from)
		const bar = new SingleBar(
			{ format: 'Copying {bar} {value}/{total}', stream: process.stderr, noTTYOutput: true, notTTYSchedule: 5000 },
			Presets.shades_classic,
		)
		bar.start(total, 0)
		const { seen, written } = await copyTable(client, { from, to, overwrite }, (copied) => {
			// The count is AWS's of some hours ago.
			bar.setTotal(Math.max(total, copied.seen))
			bar.update(copied.seen)
		}).finally(() => bar.stop())
		client.destroy()
		console.log(`${seen} items read, ${written} written, ${seen - written} there already.`)
	})
})
