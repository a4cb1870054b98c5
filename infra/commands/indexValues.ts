import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { Device } from '../../shared/contract/registry/registry.ts'
import * as z from '../../shared/contract/zod.ts'
import { defaultProfile } from '../../shared/domain/profile/defaultProfile.ts'
import { runCommand, UsageError } from '../local/cli/runCommand.ts'
import { answerLine } from './index/answerLine.ts'
import { readProfile } from './profile/readProfile.ts'
import { tellFaults } from './profile/words.ts'

const usage = `计算指数：标准输入每行一个 JSON 对象，标准输出每行一个结果。
Indices: one JSON object of values a line on standard input, one line of JSON for each on standard output:
{"index":60,"primary":["ammonia"],"indices":{"ammonia":60}}; "index" is null without a scored value;
{"error":{"field":…,"expected":{"zh":…,"en":…},"got":…}} where a line cannot be judged.

  echo '{"ammonia": 1}' | npm run --silent index
  npm run --silent index -- --profile test/profiles/epa-2024.json < values.jsonl

  --profile <file>       any profile or index table (default: the one of this repository; docs/profiles.md)
  --sewage-level <I|II|III>  discharge level of the sewage work (default: II)
  --toilet-class <1|2|3>     class of the public toilet (default: 2)

Exit code 0, also where lines had errors; 1: the profile has faults; 2: wrong usage.`

const Options = z.object({
	profile: z.optional(z.string().check(z.minLength(1))),
	sewageLevel: Device.shape.sewageLevel,
	toiletClass: z.pipe(z.optional(z.coerce.number()), Device.shape.toiletClass),
})

function readOptions(args: string[]): z.infer<typeof Options> {
	const text = { type: 'string' } as const
	const { values } = parseArgs({ args, options: { profile: text, 'sewage-level': text, 'toilet-class': text } })
	const parsed = Options.safeParse({
		profile: values.profile,
		sewageLevel: values['sewage-level'],
		toiletClass: values['toilet-class'],
	})
	if (!parsed.success) throw new UsageError(z.prettifyError(parsed.error))
	return parsed.data
}

await runCommand(usage, async (args) => {
	const { profile: file, ...owner } = readOptions(args)
	const read = file === undefined ? { profile: defaultProfile } : await readProfile(file)
	if (!read.profile) {
		console.error(tellFaults(file ?? '', read.faults))
		process.exitCode = 1
		return
	}
	// Whoever reads us may have had enough, as `head` does: then there is nobody left to write for.
	process.stdout.on('error', () => process.exit(0))
	for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
		const answer = JSON.stringify(answerLine(read.profile, owner, line.replace(/^\uFEFF/, '')))
		if (!process.stdout.write(`${answer}\n`)) await once(process.stdout, 'drain')
	}
})
