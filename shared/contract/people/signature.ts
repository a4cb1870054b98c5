import * as z from '../zod.ts'

/** Who put something on record, and as what: the identity provider's id and the name people know. */
export const Signature = z.object({
	id: z.string().check(z.maxLength(200)),
	name: z.string().check(z.minLength(1), z.maxLength(60)),
	role: z.enum(['head', 'village', 'staff', 'admin']),
})
export type Signature = z.infer<typeof Signature>
