import { codeAndId } from '../../../functions/api/wall/codes.ts'
import { photoKey } from '../../../shared/domain/photo/photoKey.ts'
import { contactKeyOf } from '../../../shared/domain/wall/contactKey.ts'
import type { MemoryTaskStore } from '../../doubles/memoryTaskStore.ts'
import { jpeg } from '../../doubles/pictures.ts'
import { residentPorts } from '../../doubles/residentPorts.ts'
import { residentTask } from '../../doubles/tasks.ts'

const { pseudonym } = residentPorts()
const FIXED = Date.parse('2026-11-23T06:12:00Z')

const name = { courtyard: 'yard-1', issuedAt: FIXED, owner: 'o'.repeat(16), unique: 'u'.repeat(22) }
/** A photo that came with the report, and one of what was done. */
export const ownPhoto = photoKey({ ...name, kind: 'resident' })
export const evidencePhoto = photoKey({ ...name, kind: 'evidence' })
/** As a task lists it. */
export const listed = (key: string) => ({ key, shows: 'before', at: FIXED, by: '报告人' }) as const

/** A resident's report that is called fixed. */
export const reported = {
	...residentTask(codeAndId({ pseudonym }, 'form-0-made-at-random'), FIXED),
	photos: [listed(ownPhoto)],
}

/** A report with a contact, another one that is verified, and a household that has earned points. */
export async function residentsDesk(tasks: MemoryTaskStore) {
	await tasks.put(reported, undefined)
	await tasks.put({ ...reported, id: 'wall.verified', state: 'verified' }, undefined)
	const ports = residentPorts()
	for (const key of [ownPhoto, evidencePhoto]) await ports.photos.keep(key, 'image/jpeg', jpeg)
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
