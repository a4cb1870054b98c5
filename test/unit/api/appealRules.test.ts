import { expect, test } from 'vitest'
import { decideAppeal, getAppeal, listAppeals, raiseAppeal } from '../../../functions/api/appeals/appeals.ts'
import { head, otherHead, scoringDesk, staff } from '../../doubles/scoringDesk.ts'
import { toilet } from '../../doubles/township.ts'
import { accept, night, raised, wish, withSheet } from './appealBench.ts'

const month = { month: '2026-11' }

test('a deduction that is struck, or not there, cannot be contested', async () => {
	const ports = scoringDesk()
	const appeal = await withSheet(ports)
	await decideAppeal(ports, staff, await raised(ports, appeal), accept)
	const other = { ...appeal, reason: '再次申诉' }
	expect(await raiseAppeal(ports, head, other)).toMatchObject({
		status: 400,
		errors: [{ field: 'subject.deduction', message: 'the deduction "1-1" is struck already' }],
	})
	const subject = { is: 'deduction', inspection: '2026-11-20.yard-1', deduction: '1-2' } as const
	expect(await raiseAppeal(ports, head, { ...other, subject })).toMatchObject({
		errors: [{ message: 'the sheet has no deduction "1-2"; there are: 1-1' }],
	})
})

test('when the ranking is published nobody appeals any more, and is told what can be done', async () => {
	const ports = scoringDesk()
	ports.published.add('2026-11')
	expect(await raiseAppeal(ports, head, wish)).toMatchObject({
		status: 409,
		detail: expect.stringMatching(/staff.*revision of the ranking/),
	})
})

test('an appeal that was open at publication is decided all the same, and says that the ranking takes a revision', async () => {
	const ports = scoringDesk()
	const id = await raised(ports)
	ports.published.add('2026-11')
	expect(await decideAppeal(ports, staff, id, accept)).toMatchObject({
		status: 200,
		body: { state: 'accepted', notice: { en: expect.stringContaining('revision') } },
	})
})

test('lists are by month, state and courtyard; a head sees his own', async () => {
	const ports = scoringDesk()
	const id = await raised(ports)
	const idsOf = async (viewer: typeof head, query: Parameters<typeof listAppeals>[2]) => {
		const answer = await listAppeals(ports, viewer, query)
		return 'body' in answer
			? (answer.body as { appeals: { id: string }[] }).appeals.map((one) => one.id)
			: answer.status
	}
	expect(await idsOf(head, {})).toEqual([id])
	expect(await idsOf(staff, { ...month, state: 'open', courtyard: 'yard-1' })).toEqual([id])
	expect(await idsOf(staff, { ...month, state: 'rejected' })).toEqual([])
	expect(await idsOf(staff, { month: '2026-09' })).toEqual([])
	expect(await idsOf(otherHead, {})).toEqual([])
	expect(await idsOf(otherHead, { courtyard: 'yard-1' })).toBe(403)
	expect(await getAppeal(ports, otherHead, id)).toMatchObject({ status: 403 })
	expect(await getAppeal(ports, otherHead, 'nothing')).toMatchObject({ status: 403 })
	expect(await getAppeal(ports, staff, 'nothing')).toMatchObject({ status: 404 })
})

test.each([
	['subject.until', { ...night, until: night.from }],
	['subject.until', { ...night, until: '2026-11-24T00:00:00+08:00' }],
	['subject.until', { ...night, from: '2026-10-31T23:00:00+08:00' }],
])('an appeal with a wrong %s is refused with words', async (field, subject) => {
	const answer = await raiseAppeal(scoringDesk(), head, { ...wish, subject })
	expect(answer).toMatchObject({ status: 400, errors: [{ field, message: expect.stringMatching(/\w/) }] })
})

test('a device is contested by the courtyard it counted for on those days', async () => {
	const moved = { ...toilet, courtyard: 'yard-2', moves: [{ courtyard: 'yard-1', until: '2026-11-21' }] }
	const ports = scoringDesk({ devices: [moved] })
	const evening = { ...night, until: '2026-11-21T00:00:00+08:00' }
	expect(await raiseAppeal(ports, head, { ...wish, subject: evening })).toMatchObject({ body: { courtyard: 'yard-1' } })
	expect(await raiseAppeal(ports, otherHead, { ...wish, subject: evening })).toMatchObject({ status: 403 })
	expect(await raiseAppeal(ports, head, wish)).toMatchObject({ status: 400, errors: [{ field: 'subject.from' }] })
	const unknown = { ...night, device: 'toilet-9' }
	expect(await raiseAppeal(ports, head, { ...wish, subject: unknown })).toMatchObject({ status: 403 })
})
