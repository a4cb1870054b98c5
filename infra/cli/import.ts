import { Presets, SingleBar } from 'cli-progress'
import { conflictsOf, importArchive, thingsIn } from '../data/importArchive.ts'
import { placeUsage, readOptions } from '../data/options.ts'
import { explained } from '../data/problems.ts'
import { readArchive } from '../data/readArchive.ts'
import { dataPlace, storesAt } from '../data/stores.ts'
import { runCommand } from '../local/cli/runCommand.ts'

const usage = `导入登记册和已发布的排名。Imports what \`npm run export\` wrote.

  npm run import -- backup.jsonl --check   只检查，不写入 checks every line and writes nothing
  npm run import -- backup.jsonl
  npm run import -- backup.jsonl --registry <table> --scores <table>

Entries with the same id are replaced, others stay; the file's channels take the place of those that are there. Repeating it
changes nothing. 已发布的排名不会被改写：a published ranking, or a profile, that is there and differs stops the import before
anything is written.
不包含 not included: 读数 readings, 照片 photos, 任务 tasks, 得分 scores.

${placeUsage}

Exit code 0: done, or with --check: it can be done; 1: faults in the file, or a conflict; 2: wrong usage.`

await runCommand(usage, async (args) => {
	const options = readOptions(args, true)
	await explained(async () => {
		const archive = await readArchive(options.file ?? '')
		if (!('registry' in archive)) {
			for (const { line, message } of archive) console.error(`第 ${line} 行 line ${line}: ${message}`)
			process.exitCode = 1
			return
		}
		const place = await dataPlace(options)
		const stores = storesAt(place)
		const conflicts = await conflictsOf(stores, archive)
		if (conflicts.length > 0) {
			console.error([...conflicts, 'Nothing was imported.'].join('\n'))
			process.exitCode = 1
		} else if (options.check) console.log(`${thingsIn(archive)} things can be imported.`)
		else {
			const bar = new SingleBar(
				{ format: 'Importing {bar} {value}/{total}', stream: process.stderr, noTTYOutput: true, notTTYSchedule: 5000 },
				Presets.shades_classic,
			)
			bar.start(thingsIn(archive), 0)
			await importArchive(stores, archive, (things) => bar.increment(things)).finally(() => bar.stop())
			console.log(`${thingsIn(archive)} things imported.`)
		}
		place.client.destroy()
	})
})
