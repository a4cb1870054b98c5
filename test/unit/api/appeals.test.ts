import { expect, test } from 'vitest'
import { decideAppeal, getAppeal, raiseAppeal, withdrawAppeal } from '../../../functions/api/appeals/appeals.ts'
import { correctInspection, getInspection } from '../../../functions/api/inspections/inspections.ts'
import { settleAppeals } from '../../../shared/work/settleAppeal.ts'
import { head, NOW, otherHead, otherStaff, scoringDesk, staff } from '../../doubles/scoringDesk.ts'
import { accept, interval, raised, wish, withSheet } from './appealBench.ts'

test('an appeal is on record with what it contests, who raised it and why, in both languages', async () => {
	const ports = scoringDesk()
	const answer = await raiseAppeal(ports, head, wish)
	expect(answer).toMatchObject({
		status: 201,
		body: {
			courtyard: 'yard-1',
			month: '2026-11',
			state: 'open',
			subject: { days: ['2026-11-20', '2026-11-21'] },
			events: [{ to: 'open', by: { id: 'u-3', name: '李强', role: 'head' }, reason: wish.reason, photo: 'wash-1.jpg' }],
			text: {
				zh: '对1号公厕 11月20日 周五 23:00 至 11月21日 周六 01:00 读数的申诉：待处理',
				en: expect.stringContaining('Public toilet 1'),
			},
		},
	})
})

test('an open or rejected appeal changes nothing: it never costs a point', async () => {
	const ports = scoringDesk()
	const id = await raised(ports)
	const contested = await raised(ports, await withSheet(ports))
	for (const one of [id, contested]) await decideAppeal(ports, staff, one, { ...accept, verdict: 'rejected' })
	expect(await ports.appeals.between(0, Number.MAX_SAFE_INTEGER)).toEqual([])
	expect(ports.lateMarks.keys()).toEqual([])
	expect(await getInspection(ports, head, '2026-11-20.yard-1')).toMatchObject({ body: { revision: 1, score: 95 } })
})

test('an accepted appeal takes the interval out of the score and has each of its days scored again', async () => {
	const ports = scoringDesk()
	const id = await raised(ports)
	expect(await decideAppeal(ports, staff, id, accept)).toMatchObject({
		status: 200,
		body: { state: 'accepted', isSettled: true, events: [{}, { by: { name: '王芳' }, reason: '现场核实' }] },
	})
	expect(await ports.appeals.between(interval.from, interval.until)).toEqual([interval])
	expect(ports.lateMarks.keys()).toEqual(['2026-11-20#toilet-1', '2026-11-21#toilet-1'])
})

test('an accepted appeal strikes the deduction, which stays on the sheet with who struck it and why', async () => {
	const ports = scoringDesk()
	const id = await raised(ports, await withSheet(ports))
	await decideAppeal(ports, staff, id, accept)
	const struck = { struck: { appeal: id, by: { name: '王芳' }, reason: '现场核实' }, cost: 0 }
	const sheet = { body: { revision: 2, score: 100, deductions: [struck], revisions: [{ score: 95 }, {}] } }
	expect(await getInspection(ports, head, '2026-11-20.yard-1')).toMatchObject(sheet)
	await correctInspection(ports, staff, '2026-11-20.yard-1', { revision: 2, reason: '补记', deductions: [] })
	expect(await getInspection(ports, head, '2026-11-20.yard-1')).toMatchObject({ body: { deductions: [struck] } })
})

/** Lets the nth call of a decision fail, sends the decision again, and tells what there is at the end. */
async function decidedWithCrashAt(nth: number, subject: string) {
	let calls = Number.NEGATIVE_INFINITY
	const ports = scoringDesk({
		beforeCall: async () => {
			calls += 1
			if (calls === nth) throw new Error('crash')
		},
	})
	const id = await raised(ports, subject === 'readings' ? wish : await withSheet(ports))
	calls = 0
	const answer = await decideAppeal(ports, staff, id, accept).catch(() => 'crashed')
	const made = calls
	calls = Number.NEGATIVE_INFINITY
	expect(await decideAppeal(ports, staff, id, accept)).toMatchObject({ status: 200 })
	const { inspections, appeals, lateMarks, draftMarks } = ports
	const left = {
		appeals: [...appeals.appeals],
		sheets: [...inspections.sheets],
		marks: [lateMarks.keys(), draftMarks.keys()],
	}
	return { hasCrashed: answer === 'crashed', calls: made, left }
}

test.each(['readings', 'deduction'])(
	'whatever call a crash hits, the same decision about %s sent again finishes it, and nothing is done twice',
	async (subject) => {
		const whole = await decidedWithCrashAt(Number.POSITIVE_INFINITY, subject)
		expect(whole.calls).toBeGreaterThan(4)
		for (let nth = 1; nth <= whole.calls; nth++) {
			expect(await decidedWithCrashAt(nth, subject)).toEqual({ hasCrashed: true, calls: nth, left: whole.left })
		}
	},
)

test('what a crash left is finished without anybody asking, also by one who wanted to decide otherwise', async () => {
	let isBroken = false
	const beforeCall = async (name: string) => {
		if (isBroken && name === 'late.add') throw new Error('crash')
	}
	const [ports, others] = [scoringDesk({ beforeCall }), scoringDesk({ beforeCall })]
	for (const desk of [ports, others]) {
		const id = await raised(desk)
		isBroken = true
		await expect(decideAppeal(desk, staff, id, accept)).rejects.toThrow('crash')
		isBroken = false
	}
	expect(await settleAppeals(ports, NOW)).toBe(1)
	expect(await settleAppeals(ports, NOW)).toBe(0)
	const [id = ''] = others.appeals.appeals.keys()
	const rejected = await decideAppeal(others, otherStaff, id, { ...accept, verdict: 'rejected' })
	expect(rejected).toMatchObject({ status: 409, detail: expect.stringContaining('accepted already') })
	for (const desk of [ports, others]) expect(desk.lateMarks.keys()).toHaveLength(2)
})

test('a deduction struck after the end of its month has the draft ranking worked out anew', async () => {
	const ports = scoringDesk()
	const id = await raised(ports, await withSheet(ports))
	ports.clock.at = Date.parse('2026-12-02T02:00:00Z')
	await decideAppeal(ports, staff, id, accept)
	expect(ports.draftMarks.keys()).toEqual(['2026-11'])
})

test('of two who decide at once the second is told, and the first decision stands', async () => {
	const ports = scoringDesk()
	const id = await raised(ports)
	const answers = await Promise.all([
		decideAppeal(ports, staff, id, accept),
		decideAppeal(ports, otherStaff, id, { ...accept, verdict: 'rejected' }),
	])
	expect(answers.map(({ status }) => status)).toEqual([200, 409])
	expect(await getAppeal(ports, head, id)).toMatchObject({ body: { state: 'accepted' } })
})

test('a head takes an open appeal back, and may raise it again; a decided one stays', async () => {
	const ports = scoringDesk()
	const id = await raised(ports)
	const back = { version: 1, reason: '已与检查员说清' }
	expect(await withdrawAppeal(ports, otherHead, id, back)).toMatchObject({ status: 403 })
	expect(await withdrawAppeal(ports, head, id, { ...back, version: 2 })).toMatchObject({ status: 409 })
	for (const _ of [1, 2])
		expect(await withdrawAppeal(ports, head, id, back)).toMatchObject({ status: 200, body: { state: 'withdrawn' } })
	expect(await decideAppeal(ports, staff, id, { ...accept, version: 2 })).toMatchObject({ status: 409 })
	expect(await raiseAppeal(ports, head, { ...wish, reason: '有新证据' })).toMatchObject({
		status: 201,
		body: { state: 'open', version: 3, events: [{ to: 'open' }, { to: 'withdrawn' }, { to: 'open' }] },
	})
	await decideAppeal(ports, staff, id, { ...accept, version: 3 })
	expect(await withdrawAppeal(ports, head, id, { ...back, version: 4 })).toMatchObject({ status: 409 })
	expect(await raiseAppeal(ports, head, wish)).toMatchObject({ status: 409 })
})

test('an appeal sent twice is one appeal', async () => {
	const ports = scoringDesk()
	await raised(ports)
	expect(await raiseAppeal(ports, head, wish)).toMatchObject({ status: 200, body: { version: 1 } })
	expect(await raiseAppeal(ports, head, { ...wish, reason: '别的理由' })).toMatchObject({ status: 409 })
	expect(ports.appeals.appeals.size).toBe(1)
})
