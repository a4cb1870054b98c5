import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Figures } from './frame/figures.ts'
import { pageOf } from './frame/page.ts'
import { parts } from './frame/parts.ts'
import { runPart } from './frame/runPart.ts'
import { targets, verdictOf } from './frame/targets.ts'

const usage = `Measures what README and docs claim, as counts or as ratios taken in one run, and writes docs/benchmarks.md. The last
line is one JSON object: every figure by its name, "missed": targets that do not hold, "unmeasured": targets without figures.

  npm run bench                        all parts
  npm run bench -- --only <name>       one part, the page stays as it is: ${parts.map(({ name }) => name).join(', ')}`

const { values } = parseArgs({ options: { only: { type: 'string' }, help: { type: 'boolean', default: false } } })
const chosen = parts.filter(({ name }) => values.only === undefined || values.only === name)

if (values.help) console.log(usage)
else if (chosen.length === 0) {
	console.error(`There is no part ${values.only}.\n\n${usage}`)
	process.exitCode = 2
} else await run()

async function run(): Promise<void> {
	let figures: Figures = {}
	const failed: Record<string, string> = {}
	for (const part of chosen) {
		const startedAt = performance.now()
		console.log(`\n# ${part.title}`)
		try {
			figures = { ...figures, ...(await runPart(part)) }
		} catch (error) {
			failed[part.name] = error instanceof Error ? error.message : String(error)
			console.error(`${part.name}: ${failed[part.name]}`)
			process.exitCode = 1
		}
		console.log(`# ${part.name} took ${Math.round((performance.now() - startedAt) / 1000)} s`)
	}
	if (values.only === undefined) {
		const page = pageOf({ day: new Date().toISOString().slice(0, 10), parts, targets, figures, failed })
		writeFileSync(new URL('../../docs/benchmarks.md', import.meta.url), page)
	}
	const having = (verdict: string) =>
		targets.filter((target) => verdictOf(target, figures) === verdict).map(({ name }) => name)
	console.log(JSON.stringify({ ...figures, missed: having('missed'), unmeasured: having('not measured') }))
}
