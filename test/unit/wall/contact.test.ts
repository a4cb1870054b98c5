import { expect, test } from 'vitest'
import { placed, viewerOf } from '../../../functions/api/http/viewer.ts'
import { getContact } from '../../../functions/api/wall/contact.ts'
import { report } from '../../../functions/api/wall/reports.ts'
import { alertOf } from '../../../shared/domain/alert/alert.ts'
import { somewhere, wallDesk, wish } from '../../doubles/wallDesk.ts'

const DAY = 86_400_000
const staff = viewerOf({ role: 'staff', sub: 'u-17', name: '王芳' })

async function reported() {
	const desk = wallDesk()
	await report(desk.ports, somewhere, wish)
	return { ...desk, id: desk.theTask().id }
}

test('who handles a report sees how to reach its reporter, and every look is in the trail', async () => {
	const { ports, id, theTask } = await reported()
	expect(await getContact(ports, staff, id)).toMatchObject({
		status: 200,
		body: { name: '陈奶奶', phone: '13812345678', household: null, until: '2027-02-21T06:12:00.000Z' },
	})
	await getContact(ports, staff, id)
	const looks = theTask().events.filter(({ type }) => type === 'contact-seen')
	expect(looks).toMatchObject([{ actor: { name: '王芳', role: 'staff' } }, {}])
	expect(JSON.stringify(theTask())).not.toMatch(/138|陈奶奶/)
})

test('a look that cannot be recorded shows nothing', async () => {
	const { ports, id } = await reported()
	const tasks = { ...ports.tasks, get: (task: string) => ports.tasks.get(task), put: async () => 'conflict' as const }
	await expect(getContact({ ...ports, tasks }, staff, id)).rejects.toThrow(/changed 5 times/)
})

test('another village is refused, and cannot tell what there is', async () => {
	const { ports, id, registry } = await reported()
	const stranger = viewerOf({ role: 'village', village: 'village-2', sub: 'v' })
	const viewer = stranger.role === 'village' ? placed(stranger, registry.courtyards, '2026-11-23') : stranger
	expect((await getContact(ports, viewer, id)).status).toBe(403)
	expect((await getContact(ports, viewer, 'nothing')).status).toBe(403)
})

test('after 90 days nobody sees it, and the clock deletes it, neither a moment earlier', async () => {
	const { ports, id, clock, contacts, theTask } = await reported()
	clock.at += 90 * DAY - 1
	await contacts.forget(clock.at, 100)
	expect((await getContact(ports, staff, id)).status).toBe(200)
	clock.at += 1
	const { version } = theTask()
	expect((await getContact(ports, staff, id)).status).toBe(404)
	expect(theTask().version).toBe(version)
	expect(await contacts.forget(clock.at, 100)).toBe(1)
	expect(contacts.kept.size).toBe(0)
	// Sent once more, the form brings it not back.
	await report(ports, somewhere, wish)
	expect(contacts.kept.size).toBe(0)
})

test('no alert tells it', async () => {
	const { registry, theTask } = await reported()
	expect(JSON.stringify(alertOf(registry, theTask()))).not.toMatch(/138|陈奶奶/)
})
