import * as z from '../zod.ts'

/**
 * What somebody may do: a resident without an account (`public`), a courtyard head, the village, the township's staff,
 * and whoever keeps its registry and profiles (`admin`).
 */
export const Role = z.enum(['public', 'head', 'village', 'staff', 'admin'])
export type Role = z.infer<typeof Role>

/** Who did something, for the record: the identity provider's id, and the name people know. */
export const Person = z.strictObject({
	id: z.string().check(z.minLength(1), z.maxLength(120)),
	name: z.string().check(z.maxLength(60)),
})
export type Person = z.infer<typeof Person>
