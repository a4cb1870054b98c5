import type { Task } from '../../contract/task/task.ts'
import type { ContactKey } from '../../ports/wall.ts'

/** How long personal data of a report or an order are kept. A promise to residents: no profile makes it longer. */
export const CONTACT_MS = 90 * 86_400_000

/** Where the contact of a report or an order is kept, and until when. Written down nowhere else. */
export const contactKeyOf = ({ id, raisedAt }: Task & { source: 'resident' | 'order' }): ContactKey => ({
	task: id,
	expiresAt: raisedAt + CONTACT_MS,
})
