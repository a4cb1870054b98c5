import { localTables } from '../../integration/stores/localTables.ts'
import { apiOn } from '../ingest/api.ts'
import { CapacityMeter } from '../ingest/capacityMeter.ts'
import { deskOn, MONTH, writeTownship } from './scoredTownship.ts'

/**
 * What pages read in a township, and in one ten times as large with as many open tasks: what a page reads is to grow with
 * what it shows. Rankings, the wall and the list of courtyards show a row for every courtyard, so of them the units a row
 * are to stay. Scores that were worked out for one reader are kept for the others some minutes; so beside what the one and
 * the others read there is the mean of an hour in which one page alone is open, and asks processes that remember nothing.
 * The last line is one JSON object.
 *
 *   node test/bench/pages/main.ts
 */
const [SMALL, LARGE] = [12, 120] as const
const MINUTE = 60_000
const NOW = Date.parse('2026-11-23T04:00:00Z')

type Asked = { path: string; params?: Record<string, string>; query?: Record<string, string> }
const rankings = '/api/rankings'
/** What a page asks for when it is opened. */
const pages: Record<string, Asked> = {
	overview: { path: '/api/overview' },
	changes: { path: '/api/overview/changes' },
	tasks: { path: '/api/tasks', query: { state: 'open', limit: '200' } },
	months: { path: rankings },
	explanation: { path: `${rankings}/:month/explanation/:courtyard`, params: { month: MONTH, courtyard: 'yard-1' } },
}
/** The same of those that show every courtyard; the first one works their scores out. */
const sheets: Record<string, Asked> = {
	courtyardsWorkedOut: { path: '/api/courtyards' },
	courtyards: { path: '/api/courtyards' },
	wall: { path: '/api/public/wall' },
	ranking: { path: `${rankings}/:file`, params: { file: MONTH } },
	wallRanking: { path: '/api/public/wall/rankings/:month', params: { month: MONTH } },
}
/** Those whose scores are kept some minutes, and how often an open page asks. */
const alone = { courtyardsAlone: ['/api/courtyards', MINUTE / 2], wallAlone: ['/api/public/wall', MINUTE] } as const

const read: Record<number, Record<string, number>> = { [SMALL]: await unitsIn(SMALL), [LARGE]: await unitsIn(LARGE) }
const units = of(pages, (name) => both((size) => read[size]?.[name] ?? Number.NaN))
const unitsARow = of({ ...sheets, ...alone }, (name) =>
	both((size) => rounded((read[size]?.[name] ?? Number.NaN) / size)),
)
const growth = of({ ...units, ...unitsARow }, (_name, found) =>
	rounded((found[LARGE] ?? Number.NaN) / (found[SMALL] ?? Number.NaN)),
)
console.log(JSON.stringify({ units, unitsARow, growth }))

/** Read units of each page by its name. */
async function unitsIn(courtyards: number): Promise<Record<string, number>> {
	const tables = await localTables()
	await writeTownship(tables, courtyards, NOW)
	const stores = deskOn(tables, NOW)
	try {
		const meter = new CapacityMeter(tables.name, new Map())
		meter.count(stores.client)
		// A Lambda reads the registry whole when it starts; that is not the price of a page.
		await stores.registry.current()
		meter.forget()
		const ask = apiOn(stores, NOW)
		const found: Record<string, number> = {}
		for (const [name, { path, params = {}, query = {} }] of Object.entries({ ...pages, ...sheets })) {
			const before = meter.total().readUnits
			await ask(path, params, query)
			found[name] = meter.total().readUnits - before
			console.log(`${path} with ${courtyards} courtyards: ${found[name]} read units`)
		}
		for (const [name, [path, every]] of Object.entries(alone)) {
			const before = meter.total().readUnits
			let asks = 0
			for (let at = NOW - 60 * MINUTE; at < NOW; at += every) {
				await apiOn(stores, at)(path, {}, {})
				asks += 1
			}
			found[name] = (meter.total().readUnits - before) / asks
			console.log(`${path} with ${courtyards} courtyards, one reader for an hour: ${found[name]} read units`)
		}
		return found
	} finally {
		stores.client.destroy()
		await tables.close()
	}
}

function of<T, R>(named: Record<string, T>, found: (name: string, one: T) => R): Record<string, R> {
	return Object.fromEntries(Object.entries(named).map(([name, one]) => [name, found(name, one)]))
}
function both<T>(found: (size: number) => T): Record<number, T> {
	return { [SMALL]: found(SMALL), [LARGE]: found(LARGE) }
}
function rounded(value: number): number {
	return Math.round(value * 1000) / 1000
}
