import { Id, Name } from '../registry/registry.ts'
import * as z from '../zod.ts'

/** What `notify` is asked to do, beside what it does by the clock: send one test message over one channel. */
export const ChannelTest = z.strictObject({
	channel: Id,
	/** Who tries it, by name. */
	by: z.string().check(z.minLength(1), z.maxLength(60)),
})
export type ChannelTest = z.infer<typeof ChannelTest>

/** What came of it; `error` in the words of whoever was called. */
export const ChannelTested = z.discriminatedUnion('is', [
	z.strictObject({ is: z.literal('sent') }),
	z.strictObject({ is: z.literal('failed'), error: z.string() }),
	/** No such channel, or none of its courtyards exists. */
	z.strictObject({ is: z.literal('nowhere') }),
])
export type ChannelTested = z.infer<typeof ChannelTested>

/** `POST /api/channels/{id}/test`. */
export const ChannelTestView = z.object({
	status: z.enum(['delivered', 'failed']),
	at: z.iso.datetime(),
	/** Where a loudspeaker spoke, or would have: one courtyard, however many it is for. Null for other channels. */
	courtyard: z.nullable(z.object({ id: Id, name: Name })),
	/** Why it failed and what to do, in plain words; null: it was delivered. */
	reason: z.nullable(z.object({ zh: z.string(), en: z.string() })),
	/** The same as whoever was called said it. */
	error: z.nullable(z.string()),
})
export type ChannelTestView = z.infer<typeof ChannelTestView>
