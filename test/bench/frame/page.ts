import type { Figures } from './figures.ts'
import type { Part } from './parts.ts'
import { type Target, verdictOf } from './targets.ts'

export type Found = {
	readonly day: string
	readonly parts: readonly Part[]
	readonly targets: readonly Target[]
	readonly figures: Figures
	/** Why a part has no figures, by its name. */
	readonly failed: Readonly<Record<string, string>>
}

/** docs/benchmarks.md. */
export function pageOf(found: Found): string {
	const sections = found.parts.map((part) => sectionOf(part, found))
	return `${[head(found), ...sections].join('\n\n')}\n`
}

const head = ({ day, targets, figures }: Found): string =>
	[
		'# Benchmarks',
		'',
		`Written by \`npm run bench\` on ${day}; nobody edits it. Counts, sizes, and ratios of what was measured in one run on one`,
		'machine. Times and rates of a shared machine mean little elsewhere: the few that are here say so, and of a target',
		'that is a time only whether it holds is shown.',
		'`npm run bench -- --only NAME` runs one part and leaves this page as it is. Targets stand in `test/bench/frame/targets.ts`.',
		'',
		'Figures in other documents: [scale](scale.md) by `npm run bench:scale`, [cost](cost.md) by `npm run cost` from what the benches',
		'record, [weight of the pages](web.md#weight) by `npm run bench:web`; those in [decisions](adr/) are of the day of the decision.',
		'',
		'## Targets',
		'',
		...table(
			['target', 'bound', 'found', ''],
			targets.map((target) => [target.words, boundOf(target), foundOf(target, figures), verdictOf(target, figures)]),
		),
		...targets.flatMap((target) => whyMissed(target, figures)),
	].join('\n')

const whyMissed = (target: Target, figures: Figures): string[] =>
	target.whenMissed !== undefined && verdictOf(target, figures) === 'missed'
		? ['', `**Missed: ${target.words}.** ${target.whenMissed}`]
		: []

const boundOf = (target: Target): string => ('most' in target ? `≤ ${target.most}` : `≥ ${target.least}`)

/** The worst of what was found. */
function foundOf(target: Target, figures: Figures): string {
	const values = target.figures.flatMap((name) => figures[name] ?? [])
	if (values.length === 0) return 'none'
	if (target.isTime) return 'not shown'
	return String('most' in target ? Math.max(...values) : Math.min(...values))
}

function sectionOf({ name, title, about, shown }: Part, { figures, failed }: Found): string {
	const rows = Object.entries(shown).map(([key, words]) => [words, String(figures[`${name}.${key}`] ?? 'none')])
	const body = name in failed ? [`Not measured: ${failed[name]}.`] : table(['figure', 'found'], rows)
	return [`## ${title}`, '', `${about} (\`--only ${name}\`)`, '', ...body].join('\n')
}

/** In columns of one width, as the formatter wants them. */
function table(columns: readonly string[], rows: readonly (readonly string[])[]): string[] {
	const widths = columns.map((_, i) => Math.max(3, ...[columns, ...rows].map((cells) => cells[i]?.length ?? 0)))
	const lineOf = (cells: readonly string[]): string =>
		`| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`
	return [columns, widths.map((width) => '-'.repeat(width)), ...rows].map(lineOf)
}
