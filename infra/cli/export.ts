import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Presets, SingleBar } from 'cli-progress'
import { exportLines } from '../data/exportLines.ts'
import { placeUsage, readOptions } from '../data/options.ts'
import { explained } from '../data/problems.ts'
import { dataPlace, storesAt } from '../data/stores.ts'
import { runCommand } from '../local/cli/runCommand.ts'

const usage = `导出登记册和已发布的排名，每行一个 JSON。Exports the registry and the published rankings as JSON lines.

  npm run export -- backup.jsonl
  npm run export -- backup.jsonl --registry <table> --scores <table>

包含 included: townships, villages, courtyards, devices, profiles, shelved alarms, channels (no secrets), and every published
ranking with its corrections. 含姓名和电话，请妥善保管。It has names and telephone numbers: keep it as such.
不包含 not included: 读数 readings, 照片 photos, 任务 tasks, 得分 scores, 检查和申诉 inspections and appeals, drafts of rankings.
Certificates belong to their account and are not included either.

${placeUsage}`

await runCommand(usage, async (args) => {
	const options = readOptions(args, true)
	const file = options.file ?? ''
	await explained(async () => {
		const place = await dataPlace(options)
		const bar = new SingleBar(
			{ format: '{value} lines', stream: process.stderr, noTTYOutput: true, notTTYSchedule: 5000 },
			Presets.shades_classic,
		)
		let lines = 0
		const texts = async function* (): AsyncGenerator<string, void> {
			for await (const line of exportLines(storesAt(place))) {
				lines += 1
				bar.update(lines)
				yield `${JSON.stringify(line)}\n`
			}
		}
		// Half an export must not look like one.
		const part = `${file}.part`
		bar.start(0, 0)
		try {
			await pipeline(Readable.from(texts()), createWriteStream(part, { mode: 0o600 }))
			await rename(part, file)
		} catch (error) {
			await rm(part, { force: true })
			throw error
		} finally {
			bar.stop()
			place.client.destroy()
		}
		console.log(`${file}: ${lines} lines.`)
	})
})
