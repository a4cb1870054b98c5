import { expect, test } from 'vitest'
import { confirm, follow } from '../../../functions/api/wall/follow.ts'
import { report } from '../../../functions/api/wall/reports.ts'
import { meToo, similar } from '../../../functions/api/wall/similar.ts'
import { NewReport } from '../../../shared/contract/wall/report.ts'
import { FollowedView, type ReceivedView, SimilarView } from '../../../shared/contract/wall/wallViews.ts'
import { bodyOf, somewhere, wallDesk, wish } from '../../doubles/wallDesk.ts'

const HOUR = 3_600_000
const codeOf = (outcome: object): string => bodyOf<ReceivedView>(outcome).code

test('a report is a task of the courtyard, found again by the code that its reporter got', async () => {
	const desk = wallDesk()
	const received = await report(desk.ports, somewhere, wish)
	expect(received).toMatchObject({ status: 201 })
	const { id, version, ...task } = desk.theTask()
	expect(task).toMatchObject({ source: 'resident', courtyard: 'yard-1', what: '村口垃圾桶满了', state: 'raised' })
	const followed = FollowedView.parse(bodyOf(await follow(desk.ports, somewhere, codeOf(received))))
	expect(followed).toMatchObject({ state: 'raised', stateText: { zh: '待接单' }, what: '村口垃圾桶满了' })
	expect(JSON.stringify(followed)).not.toContain(id)
})

test('a form that is sent twice, one after the other or at once, is one report with one code', async () => {
	const desk = wallDesk()
	const first = await report(desk.ports, somewhere, wish)
	desk.clock.at += HOUR
	const again = await report(desk.ports, somewhere, wish)
	expect([again.status, codeOf(again)]).toEqual([200, codeOf(first)])
	const both = wallDesk()
	const answers = await Promise.all([report(both.ports, somewhere, wish), report(both.ports, somewhere, wish)])
	expect(answers.map(codeOf)).toEqual([codeOf(first), codeOf(first)])
	expect(desk.theTask().version).toBe(1)
	expect(both.theTask().version).toBe(1)
})

test('wherever a report is cut off, sending it again completes it: one task, one contact', async () => {
	for (let dies = 1; ; dies += 1) {
		let calls = 0
		const desk = wallDesk(async () => {
			calls += 1
			if (calls === dies) throw new Error('killed')
		})
		const died = await report(desk.ports, somewhere, wish).then(
			() => false,
			() => true,
		)
		if (!died) {
			expect(calls).toBeGreaterThan(4)
			break
		}
		await report(desk.ports, somewhere, wish)
		expect(desk.theTask().state).toBe('raised')
		expect([...desk.contacts.kept.values()].map(({ contact }) => contact)).toEqual([wish.contact])
	}
})

test('the contact is not in the task', async () => {
	const desk = wallDesk()
	await report(desk.ports, somewhere, wish)
	expect(JSON.stringify(desk.theTask())).not.toMatch(/138|陈奶奶|203\.0/)
	expect(JSON.stringify([...desk.tally.counts])).not.toContain('203.0')
})

test('a form that only a machine fills in is thanked, and nothing is kept', async () => {
	const desk = wallDesk()
	const thanked = await report(desk.ports, somewhere, { ...wish, website: 'https://shop.example' })
	expect(thanked.status).toBe(201)
	expect([desk.tasks.tasks.size, desk.contacts.kept.size]).toEqual([0, 0])
	expect((await follow(desk.ports, somewhere, codeOf(thanked))).status).toBe(404)
})

test.each([
	['courtyard', { courtyard: 'yard-9' }],
	['device', { courtyard: 'yard-2', device: 'toilet-1' }],
] as const)('a %s that is not there is named', async (field, wrong) => {
	expect(await report(wallDesk().ports, somewhere, { ...wish, ...wrong })).toMatchObject({
		status: 400,
		errors: [{ field }],
	})
})

test.each([
	['what', { what: '满'.repeat(501) }],
	['place', { place: '村'.repeat(121) }],
	['contact.phone', { contact: { phone: 'call me' } }],
	['contact', { contact: {} }],
	['key', { key: 'short' }],
	['', { severity: 'critical' }],
] as const)('%j is checked before anything is kept', (field, wrong) => {
	const parsed = NewReport.safeParse({ ...wish, ...wrong })
	expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual([field])
})

test('the eleventh report of an hour from one address is told when to come back; another address and the next hour are not', async () => {
	const desk = wallDesk()
	const send = (n: number, address = '203.0.113.7') =>
		report(desk.ports, { address }, { ...wish, key: `form-${n}-made-at-random` })
	for (let n = 1; n <= 10; n += 1) expect((await send(n)).status).toBe(201)
	expect(await send(11)).toMatchObject({
		status: 429,
		retryAfter: 48 * 60,
		detail: expect.stringContaining('48 min'),
		zh: { detail: expect.stringContaining('48 分钟') },
	})
	expect((await send(1)).status).toBe(200)
	expect((await send(12, '203.0.113.8')).status).toBe(201)
	desk.clock.at += HOUR
	expect((await send(11)).status).toBe(201)
})

test('whoever has a whole IPv6 network has one count, and a day has an end', async () => {
	const desk = wallDesk()
	let taken = 0
	for (let n = 0; n < 60; n += 1) {
		if (n % 10 === 0) desk.clock.at += HOUR
		const sent = await report(desk.ports, { address: `2001:db8::${n}` }, { ...wish, key: `form-${n}-made-at-random` })
		if (sent.status === 201) taken += 1
	}
	expect(taken).toBe(30)
})

test('a courtyard takes sixty reports an hour, wherever they come from', async () => {
	const desk = wallDesk()
	const send = (n: number) =>
		report(desk.ports, { address: `198.51.100.${n}` }, { ...wish, key: `form-${n}-made-at-random` })
	for (let n = 1; n <= 60; n += 1) expect((await send(n)).status).toBe(201)
	expect((await send(61)).status).toBe(429)
})

test('nobody finds a report by trying codes: after twenty that do not exist even the right one is not answered', async () => {
	const desk = wallDesk()
	const code = codeOf(await report(desk.ports, somewhere, wish))
	const wrong = codeOf(await report(wallDesk().ports, somewhere, { ...wish, key: 'another-form-elsewhere' }))
	for (let n = 0; n < 20; n += 1) expect((await follow(desk.ports, somewhere, wrong)).status).toBe(404)
	expect((await follow(desk.ports, somewhere, code)).status).toBe(429)
	expect((await confirm(desk.ports, somewhere, code, { fixed: true })).status).toBe(429)
	expect((await follow(desk.ports, { address: '203.0.113.8' }, code)).status).toBe(200)
})

test('the reporter sees what was done and by whom as a role, never a name or what people wrote to each other', async () => {
	const desk = wallDesk()
	const code = codeOf(await report(desk.ports, somewhere, wish))
	await desk.act({ type: 'acknowledge', note: '王芳去看' })
	await desk.act({ type: 'comment', note: '陈奶奶家旁边' })
	await desk.act({ type: 'fix', note: '李强清运' })
	const view = FollowedView.parse(bodyOf(await follow(desk.ports, somewhere, code)))
	expect(view.steps.map(({ text, by }) => `${text.zh} ${by.zh}`)).toEqual([
		'发现问题 报告人',
		'接单 院落长',
		'处理完成 院落长',
	])
	expect(JSON.stringify(view)).not.toMatch(/王芳|陈奶奶|李强/)
	expect(view.question).toMatchObject({ mayAnswer: true, asked: false })
})

test('before a repair there is nothing to confirm; afterwards yes verifies it, and no brings it back and is told', async () => {
	const yes = wallDesk()
	const code = codeOf(await report(yes.ports, somewhere, wish))
	expect((await confirm(yes.ports, somewhere, code, { fixed: true })).status).toBe(409)
	await yes.act({ type: 'fix' })
	expect(await confirm(yes.ports, somewhere, code, { fixed: true })).toMatchObject({ body: { state: 'verified' } })
	expect(await confirm(yes.ports, somewhere, code, { fixed: true })).toMatchObject({ status: 200 })
	expect((await confirm(yes.ports, somewhere, code, { fixed: false })).status).toBe(409)

	const no = wallDesk()
	await report(no.ports, somewhere, wish)
	await no.act({ type: 'fix' })
	expect(await confirm(no.ports, somewhere, code, { fixed: false })).toMatchObject({ body: { state: 'reopened' } })
	const { version } = no.theTask()
	expect(await confirm(no.ports, somewhere, code, { fixed: false })).toMatchObject({ status: 200 })
	expect(no.theTask()).toMatchObject({ version, alert: { dueAt: no.clock.at } })
})

test('what is known already is suggested without its code, and "me too" counts once an address and day', async () => {
	const desk = wallDesk()
	const code = codeOf(await report(desk.ports, somewhere, wish))
	const draft = { courtyard: 'yard-1', what: '垃圾桶满了' }
	const found = SimilarView.parse(bodyOf(await similar(desk.ports, somewhere, draft)))
	expect(found.similar).toMatchObject([{ what: { zh: '村口垃圾桶满了' }, state: 'raised', meToo: 0 }])
	expect(JSON.stringify(found)).not.toContain(code.replace('-', ''))
	const id = found.similar[0]?.id ?? ''
	const say = async (address: string) => bodyOf<{ meToo: number }>(await meToo(desk.ports, { address }, id)).meToo
	expect([await say('203.0.113.8'), await say('203.0.113.8'), await say('203.0.113.9')]).toEqual([1, 1, 2])
	desk.clock.at += 24 * HOUR
	expect(await say('203.0.113.8')).toBe(3)
	expect((await meToo(desk.ports, somewhere, 'nothing')).status).toBe(404)
})
