/** One script of the bench: its last line is a JSON object, whose numbers are its figures. */
export type Part = {
	readonly name: string
	readonly title: string
	readonly about: string
	/** Beside this folder. */
	readonly script: string
	readonly args: readonly string[]
	/** Figures for the page, each with its words and unit: counts and ratios; what is a time or a rate says of which machine. */
	readonly shown: Readonly<Record<string, string>>
}

const variants = { inOrder: 'in order', shuffled: 'shuffled, one in five twice', packs: 'hour packs' }

const atBothSizes = (group: string, what: string, pages: Readonly<Record<string, string>>): Part['shown'] =>
	Object.fromEntries(
		Object.entries(pages).flatMap(([key, words]) =>
			[12, 120].map((size) => [`${group}.${key}.${size}`, `${what}, ${words}, ${size} courtyards`]),
		),
	)

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
			'Minified JavaScript of each function, and the CPU time until its module is loaded: processes started in turn with an empty handler and with one that imports the DynamoDB client and makes it (same bundler, same settings), medians compared. A bundle is all its files; a start reads what it needs of them. So that nothing is won by putting work off, the CPU until the first answer stands beside: a message taken to quarantine, a list of tasks, an update by the bare SDK, of tables that answer at once and hold nothing.',
		script: 'bundles/main.ts',
		args: [],
		shown: {
			'firstAnswerToBareSdk.ingest': 'until the first answer, against the bare SDK, ingest',
			'firstAnswerToBareSdk.api': 'until the first answer, against the bare SDK, api',
			...Object.fromEntries(
				['ingest', 'sweep', 'rollup', 'notify', 'api', 'provisioning', 'enrolment', 'apipages'].flatMap((name) => [
					[`kb.${name}`, `KB, ${name}`],
					[`startToEmpty.${name}`, `start against an empty handler, ${name}`],
					[`startToBareSdk.${name}`, `start against the bare SDK, ${name}`],
				]),
			),
		},
	},
	{
		name: 'tutorial',
		title: 'Beside the pattern of the tutorials, and beside the floor',
		about:
			'A Lambda for each message, which for each reading puts an item, gets the configuration, updates the latest values, reads and writes the score, and puts a task when a limit is crossed: the same hour of the same readings on the same engine. Rates and CPU were taken in turn over slices of a backlog, 32 requests under way on either side. A reading that the pattern has wrong is one that no sound sensor sends: it drops it without a trace. The floor is to parse and validate the same bytes and to send as many bare conditional UpdateItems.',
		script: 'tutorial/main.ts',
		args: [],
		shown: {
			...Object.fromEntries(
				Object.entries({ ...variants, killed: 'in order, its process killed at every 1201st request' }).flatMap(
					([key, words]) => [
						[`${key}.wru`, `the pattern: write units a reading, ${words}`],
						...['readings', 'latest', 'scores', 'tasks'].map((fact) => [
							`${key}.wrong.${fact}`,
							`the pattern: wrong ${fact}, ${words}`,
						]),
					],
				),
			),
			'writeUnitsToTutorial.inOrder': 'our write units to those of the pattern, in order',
			'writeUnitsToTutorial.packs': 'our write units to those of the pattern, hour packs',
			...Object.fromEntries(
				Object.entries({ full: '300 messages', small: '50 messages' }).flatMap(([key, words]) => [
					[`inTurn.${key}.rate`, `our readings a second to those of the pattern, ${words} an invocation`],
					[`inTurn.${key}.rateToBare`, `our readings a second to bare updates a second, ${words}`],
					[`inTurn.${key}.requests`, `our requests a reading, ${words}`],
					[`inTurn.${key}.cpuToFloor`, `our CPU a reading to the floor, ${words}`],
					[`inTurn.${key}.cpuToPeer`, `our CPU a reading to that of the pattern, ${words}`],
				]),
			),
		},
	},
	{
		name: 'nodered',
		title: 'Beside Node-RED 5, end to end',
		about:
			'The local edition (mutual TLS in, durable queue, stored, evaluated, tasks) and Node-RED headless behind Mosquitto (a flow that checks, takes packs apart, judges with hysteresis and stores one item a reading), on the same engine, in turn: two hours of the readings of 300 devices sent as fast as they are taken, from the first publish until the last is acknowledged or stored. Beside them the floor: one client to one subscriber through Mosquitto, and bare conditional UpdateItems. Then what the flow has kept of one hour of them, sent in each order; the last time it is killed when a quarter is stored, and started again. Its latest value is the newest item; its alarm states outlive the process; it keeps no scores and no tasks with a life, so none are counted. Of a reading that no sound sensor sends it keeps no trace. Our own wrong facts stand above and below. Rates are those of the machine of this run.',
		script: 'nodered/main.ts',
		args: [],
		shown: {
			rateToNodeRed: 'our readings a second, until stored, to those of Node-RED',
			storedToUpdates: 'our readings a second, until stored, to bare updates a second',
			nodeRedToUpdates: 'those of Node-RED to bare updates a second',
			acknowledgedToBroker: 'our readings a second, until acknowledged, to the bare broker',
			'readingsASecond.acknowledged': 'our readings a second, until acknowledged, on the machine of this run',
			'readingsASecond.stored': 'our readings a second, until stored, on the machine of this run',
			'readingsASecond.nodeRed': 'readings a second of Node-RED, until stored, on the machine of this run',
			'facts.readings': 'readings of the hour',
			'facts.latest': 'devices with a latest value',
			'facts.raised': 'alarms of limits that the hour raises',
			'facts.open': 'of these open at the end',
			...Object.fromEntries(
				Object.entries({ ...variants, killed: 'in order, killed once' }).flatMap(([key, words]) => [
					[`nodeRedWrong.${key}.missing`, `Node-RED: readings lost, ${words}`],
					[`nodeRedWrong.${key}.untraced`, `Node-RED: readings refused without a trace, ${words}`],
					[`nodeRedWrong.${key}.invented`, `Node-RED: readings invented, ${words}`],
					[`nodeRedWrong.${key}.latest`, `Node-RED: wrong latest, ${words}`],
					[`nodeRedWrong.${key}.raised`, `Node-RED: alarms raised wrongly or not, ${words}`],
					[`nodeRedWrong.${key}.open`, `Node-RED: alarms wrongly open or closed at the end, ${words}`],
				]),
			),
			'memoryMb.rest': 'resident memory of the local edition at rest, MB, all its processes',
			'memoryMb.load': 'the same under load, MB',
			'memoryMb.nodeRedRest': 'resident memory of Node-RED at rest, MB',
			'memoryMb.nodeRedLoad': 'the same under load, MB',
			logBytesAReading: 'log bytes a reading of the ingest function, full batches',
		},
	},
	{
		name: 'latency',
		title: 'How long a reading takes here',
		about:
			'300 bins send 75 readings a second to the local edition by mutual TLS, and each is once set on fire, which is an alarm at the first reading: from the publish of these 300 readings until it is acknowledged (in the durable queue), until it is in the table of readings (looked for every 20 ms), and until the alert is at a screen of the courtyard, by MQTT. Messages to people wait half a minute for others by rule, so they are not timed. The floor is the least program that does as much at the same pace: Mosquitto, a subscriber that parses, checks and stores by one bare update, and for a fire publishes an alert. Times are those of the machine of this run.',
		script: 'latency/main.ts',
		args: [],
		shown: Object.fromEntries(
			['p50', 'p99'].flatMap((p) => [
				...['acknowledged', 'stored', 'alert'].flatMap((step) => [
					[`toFloor.${step}.${p}`, `publish to ${step}, ${p}, to the floor`],
					[`ms.${step}.${p}`, 'the same, ms on the machine of this run'],
					[`floorMs.${step}.${p}`, 'the same of the floor, ms on the machine of this run'],
				]),
				[`floorMs.heard.${p}`, `publish to subscribe with nothing behind it, ${p}, ms on the machine of this run`],
			]),
		),
	},
	{
		name: 'soak',
		title: 'Killed under load',
		about:
			'The local edition under load, killed with SIGKILL and started again on its data; then every fact is compared with the reference answer.',
		script: 'soak.ts',
		args: ['--minutes', '1.5', '--rate', '100', '--kill-every', '30', '--devices', '60'],
		shown: {
			kills: 'kills',
			acknowledged: 'readings acknowledged to the devices',
			lost: 'of these lost',
			invented: 'readings invented',
			wrong: 'wrong facts of any kind',
		},
	},
	{
		name: 'scale',
		title: 'Whether a reading costs the same among many',
		about:
			'An hour of readings of 1,000 and of 10,000 devices through ingest and the sweep, on stores in memory (docs/scale.md, where `npm run bench:scale` adds 100,000).',
		script: 'scale/main.ts',
		args: ['--sizes', '1000,10000'],
		shown: Object.fromEntries(
			['1,000', '10,000'].flatMap((size, i) => [
				[`rows.${i}.writeUnits`, `write units a reading, ${size} devices`],
				[`rows.${i}.readUnits`, `read units a reading, ${size} devices`],
				[`rows.${i}.requests`, `requests a reading, ${size} devices`],
				[`rows.${i}.sweep.requestsPerDeviceHour`, `requests of the sweep a device-hour, ${size} devices`],
				[`rows.${i}.registry.readUnits`, `read units for the whole registry, ${size} devices`],
				[`rows.${i}.registry.bytesPerDevice`, `bytes of a device in memory, ${size} devices`],
				[`rows.${i}.registry.rawBytesPerDevice`, `the same as it came from the table, ${size} devices`],
			]),
		),
	},
	{
		name: 'pages',
		title: 'What pages read',
		about:
			'Read units of what pages ask for when staff open them, in townships of 12 and of 120 courtyards with as many open tasks, doubts and notable changes: a page is to read what it shows, however large the township. Rankings, the wall and the list of courtyards show a row for every courtyard: there it is units a row. Scores that were worked out for one reader are kept for the others five minutes; one page alone asks for the list every half minute and for the wall every minute, and each time a process that remembers nothing. Every courtyard has six devices.',
		script: 'pages/main.ts',
		args: [],
		shown: {
			...atBothSizes('units', 'read units', {
				overview: 'the overview',
				changes: 'changes since yesterday',
				tasks: 'open tasks',
				months: 'months that have a ranking',
				explanation: 'why a courtyard stands where it does',
			}),
			...atBothSizes('unitsARow', 'read units a row', {
				courtyardsWorkedOut: 'courtyards with their scores, by who works them out, at most once in five minutes',
				courtyards: 'the same, by everybody else',
				courtyardsAlone: 'the same, the mean of an hour of one open page alone',
				wall: 'the public wall',
				wallAlone: 'the public wall, the mean of an hour of one open page alone',
				ranking: 'a published ranking',
				wallRanking: 'it on the public wall, with the repairs of each courtyard',
			}),
		},
	},
	{
		name: 'web',
		title: 'What a page weighs',
		about:
			'All that comes over the line at the first load of a page in Chromium, programs, styles and data compressed as they are sent, sign-in included, from the local edition with its demo township.',
		script: 'web/main.ts',
		args: ['--loads', '1'],
		shown: {
			'phone.gzKb': 'KB, the phone of a head',
			'desk.gzKb': 'KB, the desk',
			'wall.gzKb': 'KB, the public wall',
			'task.gzKb': 'KB, a task by its link',
		},
	},
	{
		name: 'rollup',
		title: 'What the scores of a day cost',
		about: 'A day of a township scored by the rollup use case; capacity units by the sizes of the items.',
		script: 'rollup/main.ts',
		args: ['--sizes', '50,500'],
		shown: Object.fromEntries(
			[50, 500].flatMap((size) => [
				[`${size}.writeUnits`, `write units, ${size} courtyards with 10 devices each`],
				[`${size}.readUnits`, `read units, ${size} courtyards`],
				[`${size}.isWhole`, `whole, and nothing left for the next run, ${size} courtyards`],
			]),
		),
	},
	{
		name: 'cost',
		title: 'Dollars per million readings',
		about:
			'From the cost model in us-east-1 (docs/cost.md), a reading every five minutes, each by itself, by Basic Ingest.',
		script: '../../infra/local/launch.mjs',
		args: ['../commands/cost.ts', '--region', 'us-east-1'],
		shown: {
			'costs.0.perMillionReadings': '$ per million readings, township of 2,000 devices',
			'costs.1.perMillionReadings': '$ per million readings, county of 100,000',
		},
	},
]
