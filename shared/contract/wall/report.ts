import { Id, Phone } from '../registry/registry.ts'
import { Revolution } from '../telemetry/measurand.ts'
import { plainText } from '../text/plainText.ts'
import { told } from '../text/told.ts'
import * as z from '../zod.ts'

/** How somebody may be reached about their report. Kept apart from the task, shown to few, forgotten after 90 days. */
export const Contact = z
	.strictObject({
		name: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(40))),
		phone: z.optional(Phone),
		/** Which house, in the reporter's words. */
		household: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(40))),
	})
	.check(
		z.refine(
			(contact) => Object.values(contact).some((part) => part !== undefined),
			told({ zh: '请写姓名、电话或门牌中的一项', en: 'a name, a telephone number or a household' }),
		),
	)
export type Contact = z.infer<typeof Contact>

/** What is seen of a problem. */
const seen = {
	courtyard: Id,
	what: plainText(500),
	place: z.optional(plainText(120)),
	revolution: z.optional(Revolution),
	/** The device it is about, e.g. from the code on the bin. */
	device: z.optional(Id),
}

/** What every form of the wall sends along. */
export const sent = {
	/** Made by the page, once for each form that is filled in: however often it is sent, it counts once. */
	key: z.string().check(
		z.regex(
			/^[A-Za-z0-9_-]{16,64}$/,
			told({
				zh: 'key 是随机产生的 16 到 64 个字母、数字、“-”或“_”',
				en: 'a key has 16 to 64 letters, digits, "-" or "_", made up at random',
			}),
		),
	),
	/** A field that people do not see and machines fill in. */
	website: z.optional(z.string().check(z.maxLength(200))),
}

/** The body of `POST /api/public/reports`. */
export const NewReport = z.strictObject({
	...seen,
	...sent,
	contact: z.optional(Contact),
	/** The key of a photo that was sent with the same form. */
	photo: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
})
export type NewReport = z.infer<typeof NewReport>

/** The body of `POST /api/public/reports/similar`: the report before it is sent. */
export const DraftReport = z.strictObject(seen)
export type DraftReport = z.infer<typeof DraftReport>

/** The body of `POST /api/public/reports/{code}/confirmation`: was it fixed? */
export const Confirmation = z.strictObject({ fixed: z.boolean(), note: z.optional(plainText(500)) })
export type Confirmation = z.infer<typeof Confirmation>
