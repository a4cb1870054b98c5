import * as z from 'zod'
import { Role } from './person.ts'

/** Who put something on record, and as what: the identity provider's id and the name people know. */
export const Signature = z.object({
	id: z.string().max(200),
	name: z.string().min(1).max(60),
	role: Role.exclude(['public']),
})
export type Signature = z.infer<typeof Signature>
