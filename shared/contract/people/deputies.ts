import { Id, Phone } from '../registry/registry.ts'
import { told } from '../text/told.ts'
import * as z from '../zod.ts'

const day = z.iso.date()
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(60))

/** The body of `POST /api/courtyards/{id}/deputies`: days of Asia/Shanghai, both included. */
export const NewDeputy = z
	.strictObject({
		name,
		phone: z.optional(Phone),
		/** His id at the identity provider: with it he can sign in and act. Without it he acts by the links of alerts. */
		account: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(120))),
		from: day,
		until: day,
	})
	.check(
		z.refine(({ from, until }) => from <= until, {
			...told({ zh: '结束日不能早于开始日', en: 'not before "from"' }),
			path: ['until'],
		}),
	)
export type NewDeputy = z.infer<typeof NewDeputy>

/** Who stands in for the head of a courtyard, now and later. */
export const DeputiesView = z.object({
	courtyard: Id,
	/** Who is in charge today, and whether that is the head himself; null where the registry names nobody. */
	today: z.nullable(z.object({ name, isDeputy: z.boolean() })),
	/** The latest first. */
	deputies: z.array(
		z.object({
			name,
			phone: z.nullable(z.string()),
			from: day,
			/** The last day, whether it was planned so or ended earlier. */
			until: day,
			status: z.enum(['planned', 'acting', 'over']),
			namedBy: z.nullable(z.string()),
			endedBy: z.nullable(z.string()),
		}),
	),
	/** Whether the viewer may name one, or end it. */
	mayChange: z.boolean(),
})
export type DeputiesView = z.infer<typeof DeputiesView>
