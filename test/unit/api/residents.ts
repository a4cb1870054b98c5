import { codeAndId } from '../../../functions/api/wall/codes.ts'
import { contactKeyOf } from '../../../shared/domain/wall/contactKey.ts'
import type { MemoryTaskStore } from '../../doubles/memoryTaskStore.ts'
import { residentPorts } from '../../doubles/residentPorts.ts'
import { residentTask } from '../../doubles/tasks.ts'

const { pseudonym } = residentPorts()
const FIXED = Date.parse('2026-11-23T06:12:00Z')

/** A resident's report that is called fixed. */
export const reported = residentTask(codeAndId({ pseudonym }, 'form-0-made-at-random'), FIXED)

/** A report with a contact, another one that is verified, and a household that has earned points. */
export async function residentsDesk(tasks: MemoryTaskStore) {
	await tasks.put(reported, undefined)
	await tasks.put({ ...reported, id: 'wall.verified', state: 'verified' }, undefined)
	const ports = residentPorts()
	await ports.contacts.keep(contactKeyOf(reported), { phone: '028-1234567' })
	const by = { id: 'u', name: '王芳' }
	await ports.points.append('yard-1.12', 0, {
		id: 'award.1',
		kind: 'award',
		points: 5,
		reason: '志愿处理',
		at: FIXED,
		by,
	})
	return ports
}
