import type { Figures } from './figures.ts'

/** A promise that all of these figures keep at once. */
export type Target = {
	readonly name: string
	readonly words: string
	readonly figures: readonly string[]
	/** What the profile shows, what was tried and what remains; on the page while it is missed. */
	readonly whenMissed?: string
	/** A time: that of this machine is not shown, only whether it is within the bound. */
	readonly isTime?: true
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
		figures: ['ingest', 'sweep', 'rollup', 'notify', 'api', 'provisioning', 'enrolment', 'apipages'].map(
			(name) => `bundles.startToBareSdk.${name}`,
		),
		most: 1.35,
		whenMissed:
			'Found 1.16 to 1.32 in four runs since a process loads what it comes to (docs/adr/0020), beside other work on two cores up to 1.37; before, 1.7 to 2.85. Measured apart: 100 KB of code take 3.5 ms of the 52 that the bare SDK takes, the small dialect of zod 1 ms, another client of the SDK 2 ms. Remains: schemas that are made when they are first used.',
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
			'Found 1.17 to 1.32 since the client puts its steps together once, copies nothing for a log and signs with one hash (functions/adapters/tables/dynamoClient.ts), which took some 90 of 390 µs from a call; before, 1.27 to 1.57. Profile: most is the SDK, sockets and signing; of our own code most is the fold of the hour, which is exact because it looks at all of it. Remains: nothing large.',
	},
	{
		name: 'rate-to-node-red',
		words: 'end to end to the durable rate of Node-RED on the same engine',
		figures: ['nodered.rateToNodeRed'],
		least: 2,
		whenMissed:
			'Found 2.00, 2.05, 2.24 and 2.46 since a backlog is worked off in full batches (docs/adr/0018); before, 1.2 to 1.4. Profile of 7,200 readings worked off: some 1,450 requests, before it 2,650; 1.3 s of processor time in ingest, most of it the SDK (0.7 ms a request), 0.65 s in the engine, 0.55 s in the program. Ingest is one thread and bounds the rest; the engine waits for it half of the time. Tried: two batches at once, which meet on the same items; half the batch at twice the number, as many seconds; other settings of the garbage collection, no difference. With a client that keeps its steps and copies nothing, 2.17. Remains: fewer looks at the hours around those of a batch.',
	},
	{
		name: 'wrong-facts-killed',
		words: 'no wrong fact after kills',
		figures: ['soak.wrong', 'soak.lost', 'soak.invented'],
		most: 0,
	},
	{
		name: 'page-reads',
		words:
			'read units of a page at ten times the courtyards, to those at one; of those that show them all, units a row',
		figures: [
			'overview',
			'changes',
			'tasks',
			'months',
			'explanation',
			'courtyardsWorkedOut',
			'courtyards',
			'courtyardsAlone',
			'wall',
			'wallAlone',
			'ranking',
			'wallRanking',
		].map((name) => `pages.growth.${name}`),
		most: 1.5,
	},
	{
		name: 'row-reads',
		words:
			'read units a row of the list of courtyards, also for one open page alone, and of the public wall, 120 courtyards',
		figures: ['courtyards', 'courtyardsAlone', 'wall'].map((name) => `pages.unitsARow.${name}.120`),
		most: 0.5,
	},
	{
		name: 'phone-weight',
		words: 'first load of the phone, KB over the line',
		figures: ['web.phone.gzKb'],
		most: 60,
	},
	{
		name: 'largest-paint',
		words: 'largest paint of each page at 400 kbit/s, 400 ms and a quarter of the CPU, milliseconds',
		figures: ['phone', 'desk', 'wall', 'task'].map((name) => `web.${name}.lcpMs`),
		most: 2500,
		isTime: true,
		whenMissed:
			'Four runs beside other work on two cores: the wall was always within the bound, a task by its link twice, the phone once, the desk never. Two runs without the slowdown of the CPU: phone, desk and wall took at most four fifths of the bound, so what is beyond it goes with how busy the machine is; the task was a little beyond it even so, and was not profiled. Tried: nothing yet. Remains: a run on a quiet machine, and a look at what the task waits for.',
	},
]
