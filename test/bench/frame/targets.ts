import type { Figures } from './figures.ts'

/** A promise that all of these figures keep at once. */
export type Target = {
	readonly name: string
	readonly words: string
	readonly figures: readonly string[]
	/** What the profile shows, what was tried and what remains; on the page while it is missed. */
	readonly whenMissed?: string
} & ({ readonly most: number } | { readonly least: number })

export type Verdict = 'holds' | 'missed' | 'not measured'

/** One figure beyond the bound is enough to miss it, even where others were not measured. */
export function verdictOf(target: Target, figures: Figures): Verdict {
	const values = target.figures.map((name) => figures[name])
	const fails = (value: number): boolean => ('most' in target ? value > target.most : value < target.least)
	if (values.some((value) => value !== undefined && fails(value))) return 'missed'
	return values.includes(undefined) ? 'not measured' : 'holds'
}

/** What is promised. A bound is changed here and nowhere else. */
export const targets: readonly Target[] = [
	{
		name: 'wrong-facts',
		words: 'no wrong fact in any order',
		figures: ['ingest.inOrder.wrong', 'ingest.shuffled.wrong', 'ingest.packs.wrong'],
		most: 0,
	},
	{
		name: 'ingest-bundle',
		words: 'the ingest bundle with its SDK, KB',
		figures: ['bundles.kb.ingest'],
		most: 480,
	},
	{
		name: 'process-start',
		words: 'process start of each function against one that only imports the SDK and makes a client',
		figures: ['ingest', 'sweep', 'rollup', 'notify', 'api', 'provisioning', 'apipages'].map(
			(name) => `bundles.startToBareSdk.${name}`,
		),
		most: 1.35,
		whenMissed:
			'Of the time that ingest takes over the bare SDK, two fifths are the schemas of the profile, which every contract with a severity loads, a third those of decoders and registry; zod itself is a seventh. Tried: the shipped profile is checked by a test instead of at each start (it was a quarter of the start), and the chain of credentials that Lambda never uses is left out, which makes the bare SDK faster as well. Remains: schemas that are made when they are first used, or zod/mini.',
	},
	{
		name: 'write-units-in-order',
		words: 'write units to those of the tutorial pattern, in order',
		figures: ['tutorial.writeUnitsToTutorial.inOrder'],
		most: 0.42,
	},
	{
		name: 'write-units-packs',
		words: 'write units to those of the tutorial pattern, hour packs',
		figures: ['tutorial.writeUnitsToTutorial.packs'],
		most: 0.06,
	},
	{
		name: 'rate-to-tutorial',
		words: 'readings a second to those of the tutorial pattern, as many requests under way',
		figures: ['tutorial.inTurn.full.rate'],
		least: 2.5,
	},
	{
		name: 'handler-cpu',
		words: 'CPU a reading to validation and its share of bare SDK calls',
		figures: ['tutorial.inTurn.full.cpuToFloor'],
		most: 1.3,
		whenMissed:
			'Runs lie between 1.27 and 1.46. The profile is that of the SDK (sockets, signing, serialising); of our own code the fold of the alarms shows, at two hundredths. The default client copies each input and output for a log that goes nowhere, as much again as the fold twice over: not to have it would help us and the floor alike. Remains: reading back less than the whole hour.',
	},
	{
		name: 'rate-to-node-red',
		words: 'end to end to the durable rate of Node-RED on the same engine',
		figures: ['nodered.rateToNodeRed'],
		least: 2,
		whenMissed:
			'The devices of the edition have their acknowledgement, which is durable, in a tenth of the time; then batches wait for the second that the event source gathers, and at most two at once are worked off, with an update for each device and hour. Node-RED writes an item a reading with nothing before it, acknowledges before it stores, and loses what it holds when it is killed. Tried: nothing yet. Remains: a shorter window when a backlog waits, and fewer look-backs for hours that are over.',
	},
	{
		name: 'wrong-facts-killed',
		words: 'no wrong fact after kills',
		figures: ['soak.wrong', 'soak.lost', 'soak.invented'],
		most: 0,
	},
	{
		name: 'page-reads',
		words: 'read units of the overview at ten times the courtyards, to those at one',
		figures: ['pages.growth.overview', 'pages.growth.changes'],
		most: 1.5,
		whenMissed:
			'The overview itself reads the same in a township of any size; what has changed since yesterday reads some days of scores and the closed tasks of every courtyard. Remains: one item a day with the changes, which rollup writes.',
	},
]
