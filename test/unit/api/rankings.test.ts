import { expect, test } from 'vitest'
import { respond } from '../../../functions/adapters/http/respond.ts'
import { viewerOf } from '../../../functions/api/http/viewer.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { dispatch } from '../../doubles/checkedDispatch.ts'
import { rankingDesk, staff } from '../../doubles/rankingDesk.ts'
import { scoredMonth } from '../../doubles/scoredMonth.ts'

const nobody = viewerOf(undefined)
const headOfA = viewerOf({ role: 'head', courtyards: 'a', sub: 'u-3', name: '李强' })

type Desk = Awaited<ReturnType<typeof rankingDesk>>
const call = async ({ routes }: Pick<Desk, 'routes'>, method: string, path: string, body?: unknown, viewer = staff) => {
	const [plain = '', search] = path.split('?')
	const query = Object.fromEntries(new URLSearchParams(search))
	const text = body === undefined ? undefined : JSON.stringify(body)
	return dispatch(routes, { method, path: plain, query, body: text, viewer })
}
const bodyOf = async (...asked: Parameters<typeof call>) => {
	const outcome = await call(...asked)
	if (!('body' in outcome)) throw new Error(JSON.stringify(outcome))
	return outcome.body
}
const NOV = '/api/rankings/2026-11'

test('staff see the draft with its version, in the order of places, with the lists', async () => {
	const desk = await rankingDesk({ a: 30, b: 10 })
	expect(await bodyOf(desk, 'GET', NOV)).toMatchObject({
		status: 'draft',
		draftVersion: 1,
		revisions: [],
		rows: [
			{ courtyard: 'b', score: 90, places: { township: { rank: 1, of: 2 } } },
			{ courtyard: 'a', score: 70 },
		],
		lists: ['b', 'a'],
	})
})

test('an administrator sees of a draft what staff see', async () => {
	const desk = await rankingDesk({ a: 30, b: 10 })
	const admin = viewerOf({ role: 'admin', sub: 'u-1', name: '管理员' })
	for (const path of [NOV, '/api/rankings']) {
		expect(await bodyOf(desk, 'GET', path, undefined, admin)).toEqual(await bodyOf(desk, 'GET', path))
	}
})

test('a head sees his own courtyard of a draft and no other, also in its files', async () => {
	const desk = await rankingDesk({ a: 30, b: 10 })
	const seen = await bodyOf(desk, 'GET', NOV, undefined, headOfA)
	expect(seen).toMatchObject({ status: 'draft', rows: [{ courtyard: 'a', places: { township: { rank: 2, of: 2 } } }] })
	expect(seen).not.toHaveProperty('draftVersion')
	const csv = await call(desk, 'GET', `${NOV}.csv`, undefined, headOfA)
	expect('file' in csv && csv.file?.content).not.toContain('b院落')
})

test('pages of a scope follow each other', async () => {
	const desk = await rankingDesk({ a: 30, b: 10, c: 50 })
	const first = (await bodyOf(desk, 'GET', `${NOV}?limit=2`)) as { next: string }
	const rest = await bodyOf(desk, 'GET', `${NOV}?limit=2&after=${encodeURIComponent(first.next)}`)
	expect(rest).toMatchObject({ rows: [{ courtyard: 'c' }] })
	expect(await bodyOf(desk, 'GET', `${NOV}?scope=village:village-1`)).toMatchObject({ rows: [{}, {}, {}] })
	expect(await bodyOf(desk, 'GET', `${NOV}?scope=kind:settlement`)).toMatchObject({ rows: [] })
})

test('a scope that there is not is refused with what there is', async () => {
	const desk = await rankingDesk({ a: 30 })
	expect(await call(desk, 'GET', `${NOV}?scope=kind:castle`)).toMatchObject({
		status: 400,
		errors: [{ field: 'scope' }],
	})
	expect(await call(desk, 'GET', `${NOV}?township=elsewhere`)).toMatchObject({
		errors: [{ message: 'should be one of: town' }],
	})
	expect(await call(desk, 'GET', `${NOV}.pdf`)).toMatchObject({ status: 400 })
})

test('nobody publishes a draft that he has not seen, and nobody publishes twice', async () => {
	const desk = await rankingDesk({ a: 30, b: 10 })
	desk.days.set('a', scoredMonth('a', '2026-11', 5))
	await desk.draft()
	expect(await call(desk, 'POST', `${NOV}/publish`, { draftVersion: 1 })).toMatchObject({
		status: 409,
		detail: 'The draft has changed since you saw it: it is version 2, not 1. Look at it again.',
	})
	expect(await call(desk, 'POST', `${NOV}/publish`, { draftVersion: 2 })).toMatchObject({ status: 201 })
	expect(await call(desk, 'POST', `${NOV}/publish`, { draftVersion: 3 })).toMatchObject({
		status: 409,
		detail: expect.stringContaining('was published by 王芳'),
	})
})

test('of two who publish at the same moment one does', async () => {
	const desk = await rankingDesk({ a: 30, b: 10 })
	const both = await Promise.all([1, 2].map(() => call(desk, 'POST', `${NOV}/publish`, { draftVersion: 1 })))
	expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
})

test('late data stays out of the published table; staff turn it into a revision beside it, with who and why', async () => {
	const desk = await rankingDesk({ a: 30, b: 10 })
	await desk.publish()
	const published = await bodyOf(desk, 'GET', `${NOV}?revision=1`, undefined, nobody)
	desk.days.set('b', scoredMonth('b', '2026-11', 40))
	const { version } = await desk.draft()
	expect(await bodyOf(desk, 'GET', NOV, undefined, nobody)).toEqual(published)
	expect(await bodyOf(desk, 'GET', `${NOV}/corrections`)).toMatchObject({
		revision: 1,
		draftVersion: version,
		corrections: [
			{ courtyard: 'a', published: { rank: 2 }, wouldBe: { rank: 1 } },
			{ courtyard: 'b', published: { score: 90 }, wouldBe: { score: 60 }, causes: ['late-data'] },
		],
	})
	const revision = { draftVersion: version, reason: '网关恢复后补传' }
	expect(await call(desk, 'POST', `${NOV}/revisions`, revision)).toMatchObject({ status: 201, body: { revision: 2 } })
	expect(await bodyOf(desk, 'GET', NOV, undefined, nobody)).toMatchObject({
		revision: 2,
		rows: [{ courtyard: 'a' }, { courtyard: 'b', score: 60 }],
		revisions: [
			{ revision: 1, by: '王芳' },
			{ revision: 2, by: '王芳', note: '网关恢复后补传' },
		],
	})
	expect(await bodyOf(desk, 'GET', `${NOV}?revision=1`, undefined, nobody)).toMatchObject({
		rows: [{ courtyard: 'b', score: 90 }, { courtyard: 'a' }],
	})
	expect(await bodyOf(desk, 'GET', `${NOV}/corrections`)).toMatchObject({ revision: 2, corrections: [] })
	expect(await call(desk, 'POST', `${NOV}/revisions`, { ...revision, draftVersion: version + 1 })).toMatchObject({
		status: 409,
	})
})

test('whoever doubts a published table can have it compared with its hash', async () => {
	const desk = await rankingDesk({ a: 30, b: 10 })
	await desk.publish()
	expect(await bodyOf(desk, 'GET', `${NOV}/check`, undefined, nobody)).toMatchObject({ rows: 2, isUnchanged: true })
	for (const [key, content] of desk.rankings.generations) {
		const entries = content.entries.map(({ entry, text }) => ({
			entry,
			text: text.replace('"score":90', '"score":91'),
		}))
		desk.rankings.generations.set(key, { ...content, entries })
	}
	expect(await bodyOf(desk, 'GET', `${NOV}/check`, undefined, nobody)).toMatchObject({ isUnchanged: false })
})

test('the explanation of a row has its parts, its losses and the one repair', async () => {
	const desk = await rankingDesk({ a: 30, b: 10 })
	expect(await bodyOf(desk, 'GET', `${NOV}/explanation/a`)).toMatchObject({
		status: 'draft',
		row: { courtyard: 'a', score: 70 },
		why: {
			sum: { zh: '环境 70.00 × 100% = 70.00' },
			environment: { losses: [{ points: 15 }, { points: 15 }] },
			repair: { gain: 15, rank: 2 },
		},
	})
})

test('files go through the gateway as what they are, and a page to print needs nothing else', async () => {
	const desk = await rankingDesk({ a: 30 })
	const xlsx = respond(await call(desk, 'GET', `${NOV}.xlsx`))
	expect(xlsx).toMatchObject({
		isBase64Encoded: true,
		headers: { 'content-disposition': 'attachment; filename="ranking-2026-11-draft.xlsx"' },
	})
	expect(
		Buffer.from(xlsx.body ?? '', 'base64')
			.subarray(0, 2)
			.toString(),
	).toBe('PK')
	const csv = respond(await call(desk, 'GET', `${NOV}.csv`))
	expect(csv).toMatchObject({ isBase64Encoded: false, headers: { 'content-type': 'text/csv; charset=utf-8' } })
	const { body: html } = respond(await call(desk, 'GET', `${NOV}/print`))
	expect(html).toContain('<h1>2026年11月院落评比</h1>')
	expect(html).toContain('草稿，未发布')
	expect(html).not.toMatch(/src=|href=|<script/)
})

test('what people wrote cannot become markup of the page to print', async () => {
	const desk = await rankingDesk({ a: 30 })
	const known = desk.registry.courtyards.get('a')
	if (!known) throw new Error('no courtyard a')
	const courtyards = new Map([['a', { ...known, name: { zh: '<img src=x onerror=alert(1)>', en: '"a" & b' } }]])
	Object.assign(desk.registry, { courtyards })
	await desk.draft()
	const { body: html } = respond(await call(desk, 'GET', `${NOV}/print`))
	expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
	expect(html).not.toContain('<img')
})

test('a review of a doubt is kept, counts at once, and the draft is drawn up anew', async () => {
	const desk = await rankingDesk({ a: 10 })
	const days = desk.days.get('a') ?? []
	desk.days.set(
		'a',
		days.map((day, i) =>
			i === 2 ? { ...day, devices: day.devices.map((device) => ({ ...device, doubts: ['flat-line' as const] })) } : day,
		),
	)
	await desk.draft()
	expect(await bodyOf(desk, 'GET', NOV)).toMatchObject({ rows: [{ listing: { list: 'red-waiting' } }] })
	const review = (device: string) => ({
		month: '2026-11',
		device,
		doubt: 'flat-line',
		days: ['2026-11-03'],
		verdict: 'harmless',
		reason: '已现场查看',
	})
	for (const device of ['a-0', 'a-1']) {
		expect(await call(desk, 'POST', '/api/data-quality/reviews', review(device))).toMatchObject({ status: 201 })
	}
	expect(await bodyOf(desk, 'GET', '/api/data-quality?month=2026-11')).toMatchObject({
		devices: [{ device: 'a-0', coverage: 1, doubts: [{ openDays: [] }] }, { device: 'a-1' }],
		reviews: [{ by: { name: '王芳' }, reason: '已现场查看' }, {}],
	})
	expect((await desk.draftMarks.list()).map(({ month }) => month)).toEqual(['2026-11'])
	await desk.draft()
	expect(await bodyOf(desk, 'GET', NOV)).toMatchObject({ rows: [{ listing: { list: 'red' } }] })
})

test('a month under other weights stands beside the published one, with who moves and why; nothing is kept', async () => {
	const desk = await rankingDesk({ a: 30, b: 10 })
	await desk.publish()
	const before = JSON.stringify([...desk.rankings.heads, ...desk.rankings.generations.keys()])
	const profile = {
		...defaultProfile,
		version: 'try',
		ranking: { ...defaultProfile.ranking, minimumSensors: 3 },
	}
	expect(await bodyOf(desk, 'POST', '/api/what-if', { month: '2026-11', profile })).toMatchObject({
		beside: { status: 'published', revision: 1 },
		profile: 'sichuan-rural@try',
		moved: 2,
		rows: [
			{
				courtyard: 'a',
				before: { score: 70, rank: 2 },
				after: { rank: null },
				places: null,
				why: [{ zh: '监测设备 2 个，至少要 3 个' }],
			},
			{ courtyard: 'b' },
		],
	})
	expect(JSON.stringify([...desk.rankings.heads, ...desk.rankings.generations.keys()])).toBe(before)
})

test('under the profile that was in force nobody moves', async () => {
	const desk = await rankingDesk({ a: 30, b: 10 })
	expect(await bodyOf(desk, 'POST', '/api/what-if', { month: '2026-11', profile: defaultProfile })).toMatchObject({
		moved: 0,
		rows: [{ courtyard: 'b', before: { score: 90, rank: 1 }, after: { score: 90, rank: 1 }, places: 0, why: [] }, {}],
	})
})

test('a profile that judges readings in another way is tried on the readings themselves, on as many as fit', async () => {
	const desk = await rankingDesk({ a: 30, b: 10 })
	const ammonia = defaultProfile.measurands.ammonia
	if (!ammonia) throw new Error('the profile has no ammonia')
	const profile = {
		...defaultProfile,
		measurands: { ...defaultProfile.measurands, ammonia: { ...ammonia, plausible: [0, 90] } },
	}
	// There are no readings here: under the engine that reads them nothing is known of either.
	expect(await bodyOf(desk, 'POST', '/api/what-if', { month: '2026-11', profile })).toMatchObject({
		rows: [
			{ courtyard: 'a', after: { rank: null } },
			{ courtyard: 'b', after: { rank: null } },
		],
	})
	const many = await rankingDesk(Object.fromEntries(Array.from({ length: 31 }, (_, i) => [`yard-${i}`, 10])))
	expect(await call(many, 'POST', '/api/what-if', { month: '2026-11', profile })).toMatchObject({
		status: 422,
		detail: expect.stringContaining('62 devices would have to be scored from their readings; 60 fit into one answer'),
	})
})

test('a profile that tells people otherwise, and judges as before, is tried on however many devices', async () => {
	const many = await rankingDesk(Object.fromEntries(Array.from({ length: 31 }, (_, i) => [`yard-${i}`, i])))
	const { alerting, links, points } = defaultProfile
	const told = {
		alerting: { ...alerting, messagesADay: 5 },
		links: { ...links, hours: 24 },
		points: { ...points, rules: [] },
	}
	const profile = { ...defaultProfile, ...told }
	expect(await bodyOf(many, 'POST', '/api/what-if', { month: '2026-11', profile })).toMatchObject({ moved: 0 })
})

test('a profile that is put leaves a published ranking as it is', async () => {
	const desk = await rankingDesk({ a: 30, b: 10 })
	await desk.publish()
	const before = await bodyOf(desk, 'GET', NOV, undefined, nobody)
	const admin = viewerOf({ role: 'admin', sub: 'u-1', name: '管理员' })
	const ranking = { ...defaultProfile.ranking, redFrom: 95, blackBelow: 95 }
	const profile = { ...defaultProfile, version: '2026.2', effectiveFrom: '2026-12-01', ranking }
	expect(await call(desk, 'POST', '/api/profiles', profile, admin)).toMatchObject({ status: 201 })
	// Even where it were in force for the month itself, what is drafted anew is not what was published.
	desk.registry.profiles = [{ ...profile, effectiveFrom: '2026-11-01' }]
	expect((await desk.draft()).draft.profile).toBe('sichuan-rural@2026.2')
	expect(await bodyOf(desk, 'GET', NOV, undefined, nobody)).toEqual(before)
})
