import * as z from 'zod'
import { Id, Phone } from './registry.ts'

const day = z.iso.date()
const name = z.string().trim().min(1).max(60)

/** The body of `POST /api/courtyards/{id}/deputies`: days of Asia/Shanghai, both included. */
export const NewDeputy = z
	.strictObject({
		name,
		phone: Phone.optional(),
		/** His id at the identity provider: with it he can sign in and act. Without it he acts by the links of alerts. */
		account: z.string().trim().min(1).max(120).optional(),
		from: day,
		until: day,
	})
	.refine(({ from, until }) => from <= until, { error: 'not before "from"', path: ['until'] })
export type NewDeputy = z.infer<typeof NewDeputy>

/** Who stands in for the head of a courtyard, now and later. */
export const DeputiesView = z.object({
	courtyard: Id,
	/** Who is in charge today, and whether that is the head himself; null where the registry names nobody. */
	today: z.object({ name, isDeputy: z.boolean() }).nullable(),
	/** The latest first. */
	deputies: z.array(
		z.object({
			name,
			phone: z.string().nullable(),
			from: day,
			/** The last day, whether it was planned so or ended earlier. */
			until: day,
			status: z.enum(['planned', 'acting', 'over']),
			namedBy: z.string().nullable(),
			endedBy: z.string().nullable(),
		}),
	),
	/** Whether the viewer may name one, or end it. */
	mayChange: z.boolean(),
})
export type DeputiesView = z.infer<typeof DeputiesView>
