/** One script of the bench: its last line is a JSON object, whose numbers are its figures. */
export type Part = {
	readonly name: string
	readonly title: string
	readonly about: string
	/** Beside this folder. */
	readonly script: string
	readonly args: readonly string[]
	/** Figures for the page, each with its words and unit: counts and ratios only, no time of this machine. */
	readonly shown: Readonly<Record<string, string>>
}

const variants = { inOrder: 'in order', shuffled: 'shuffled, one in five twice', packs: 'hour packs' }

export const parts: readonly Part[] = [
	{
		name: 'ingest',
		title: 'What a reading costs',
		about:
			'300 devices in 50 courtyards, 12 readings an hour, by the ingest and sweep use cases on the real stores; compared fact by fact with a reference answer that shares no code.',
		script: 'ingest/main.ts',
		args: ['--hours', '3', '--shuffled-hours', '1'],
		shown: Object.fromEntries(
			Object.entries(variants).flatMap(([key, words]) => [
				[`${key}.wrong`, `wrong facts, ${words}`],
				[`${key}.wru`, `write units a reading, ${words}`],
				[`${key}.rru`, `read units a reading, ${words}`],
				[`${key}.requests`, `requests a reading, ${words}`],
			]),
		),
	},
	{
		name: 'bundles',
		title: 'Bundles and process start',
		about:
			'Minified JavaScript of each function, and the CPU time until its module is loaded: processes started in turn with an empty handler and with one that imports the DynamoDB client and makes it (same bundler, same settings), medians compared.',
		script: 'bundles/main.ts',
		args: [],
		shown: Object.fromEntries(
			['ingest', 'sweep', 'rollup', 'notify', 'api', 'provision', 'pages'].flatMap((name) => [
				[`kb.${name}`, `KB, ${name}`],
				[`startToEmpty.${name}`, `start against an empty handler, ${name}`],
				[`startToBareSdk.${name}`, `start against the bare SDK, ${name}`],
			]),
		),
	},
]
