import * as z from '../zod.ts'

/** `GET /api/me`: who the API takes the caller for. */
export const Me = z.object({
	role: z.enum(['head', 'village', 'staff', 'admin']),
	id: z.string(),
	name: z.string(),
	/** Of a head and of a village; empty for staff, who see all. */
	courtyards: z.array(z.string()),
})
export type Me = z.infer<typeof Me>
