import { parseArgs } from 'node:util'
import { runCommand, UsageError } from '../local/cli/runCommand.ts'
import { readProfile } from './profile/readProfile.ts'
import { tellFaults, tellProfile } from './profile/words.ts'

const usage = `检查配置文件。Checks a profile: every number a township may want to correct (docs/profiles.md).

  npm run profile -- check <file>            每处错误给出行、列、字段 names line, column and field of every fault
  npm run profile -- check <file> --as full  must be a full profile; --as index: a table for indices only
                                             (default: told from the content)

Exit code 0: sound; 1: faults; 2: wrong usage.`

await runCommand(usage, async (args) => {
	const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { as: { type: 'string' } } })
	const [verb, file, ...more] = positionals
	if (verb !== 'check' || file === undefined || more.length > 0) throw new UsageError('It takes: check <file>')
	const kind = values.as
	if (kind !== undefined && kind !== 'full' && kind !== 'index') throw new UsageError('--as is full or index.')
	const read = await readProfile(file, kind)
	if (read.profile) console.log(tellProfile(read))
	else {
		console.log(tellFaults(file, read.faults))
		process.exitCode = 1
	}
})
