import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { courtyards } from '../../../../devices/demo/courtyards.ts'
import { inspectionRounds } from '../../../../devices/demo/inspectionRounds.ts'
import { daysOf, lastMonthAt, monthAt } from '../../../../devices/demo/months.ts'
import { publishMonth } from '../../../../devices/demo/publishMonth.ts'
import { NewInspection } from '../../../../shared/contract/inspection/inspection.ts'
import { defaultProfile } from '../../../../shared/domain/profile/defaultProfile.ts'

const ids = courtyards.map(({ id }) => id)
const rounds = (seed: number) => inspectionRounds('2026-10', ids, new Set(['lijia']), defaultProfile.inspection, seed)

test('the rounds of a month are sheets the API takes, the same for the same seed, with most found where it is neglected', () => {
	const sheets = rounds(1)
	for (const sheet of sheets) NewInspection.parse(sheet)
	expect(rounds(1)).toEqual(sheets)
	expect(sheets.length).toBeGreaterThan(ids.length / 2)
	expect(sheets.length).toBeLessThan(ids.length)
	const found = Array.from({ length: 20 }, (_, seed) => rounds(seed)).flat()
	const mean = (of: typeof found) => of.reduce((sum, { deductions }) => sum + deductions.length, 0) / of.length
	const isNeglected = ({ courtyard }: { courtyard: string }) => courtyard === 'lijia'
	expect(mean(found.filter(isNeglected))).toBeGreaterThan(3 * mean(found.filter((sheet) => !isNeglected(sheet))))
})

test('last month is that of the township’s calendar, also on the first and in January', () => {
	expect(lastMonthAt(Date.parse('2026-11-01T00:30:00+08:00'))).toBe('2026-10')
	expect(monthAt(Date.parse('2026-10-31T16:30:00Z'))).toBe('2026-11')
	expect(lastMonthAt(Date.parse('2027-01-31T12:00:00+08:00'))).toBe('2026-12')
	expect(daysOf('2028-02')).toHaveLength(29)
})

const township = { zh: '甲', en: 'A' }
const draft = (score: number, revisions: number) => ({
	month: '2026-10',
	status: revisions === 0 ? 'draft' : 'published',
	revisions: Array.from({ length: revisions }, () => ({
		revision: 1,
		at: '2026-11-01T00:00:00.000Z',
		by: '周敏',
		hash: 'a',
	})),
	draftVersion: 7,
	generation: {
		id: 'a',
		hash: 'a',
		profile: 'sichuan-rural@2026.1',
		weights: { environment: 60, inspection: 30, response: 10 },
		townships: ['jianshe'],
		counts: { ranked: 0, unranked: 12, red: 0, black: 0, corrections: 0 },
		generatedAt: '2026-11-01T00:00:00.000Z',
	},
	scope: { is: 'township', township: 'jianshe' },
	rows: ids.map((courtyard) => ({
		is: 'unranked',
		courtyard,
		name: township,
		village: 'qinglong',
		villageName: township,
		township: 'jianshe',
		kind: 'concentric',
		households: 10,
		score,
		lacks: [{ is: 'sensors', has: 1, needs: 2, text: township }],
	})),
})
const scores = {
	courtyard: 'lijia',
	from: '2026-10-01',
	to: '2026-10-31',
	days: daysOf('2026-10').map((day) => ({ day, score: 88, band: 'good', coverage: 1, revolutions: {}, isValid: true })),
	months: [
		{
			...{ month: '2026-10', score: 88, band: 'good', coverage: 1, revolutions: {}, isRunning: false },
			...{ isSufficient: true, validDays: 31, neededDays: 27 },
		},
	],
	running: { day: '2026-11-01', text: township },
}

const open: { close: () => void }[] = []
afterEach(() => {
	for (const server of open.splice(0)) server.close()
})

/** An API whose draft is as it is given, and the calls that changed something. */
const apiWith = async (shown: unknown) => {
	const changes: string[] = []
	const server = createServer((request, response) => {
		if (request.method !== 'GET') changes.push(`${request.method} ${request.url}`)
		const answer = request.url?.includes('/scores') ? scores : request.method === 'GET' ? shown : {}
		response.end(JSON.stringify(answer))
	})
	open.push(server)
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	return { api: { apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: 't' }, changes }
}

test('a month is published once its draft is made of the scores, and the heads are evaluated for it', async () => {
	const { api, changes } = await apiWith(draft(88, 0))
	expect(await publishMonth(api, '2026-10', new AbortController().signal)).toBe('published')
	expect(changes).toEqual(['POST /rankings/2026-10/publish', 'PUT /heads/evaluations/2026-10'])
})

test('a draft that is older than the scores waits, and what is published stays', async () => {
	const older = await apiWith(draft(70, 0))
	expect(await publishMonth(older.api, '2026-10', AbortSignal.timeout(300))).toBe('not-yet')
	expect(older.changes).toEqual([])
	const there = await apiWith(draft(88, 1))
	expect(await publishMonth(there.api, '2026-10', new AbortController().signal)).toBe('was-published')
	expect(there.changes).toEqual([])
})
