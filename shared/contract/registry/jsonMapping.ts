import { Measurand } from '../telemetry/measurand.ts'
import { told } from '../text/told.ts'
import * as z from '../zod.ts'

/** RFC 6901: `/data/0/nh3`; `~1` stands for a slash in a key, `~0` for a tilde. */
export const JsonPointer = z
	.string()
	.check(
		z.maxLength(200),
		z.regex(/^(\/([^~/]|~[01])*)+$/, told({ zh: 'JSON 指针，如 /data/nh3', en: 'a JSON pointer such as "/data/nh3"' })),
	)

/** How the JSON of a device is read that has names and units of its own: value = number found × factor + offset. */
export const JsonMapping = z.strictObject({
	/** Where the time stands: seconds or milliseconds since 1970, or ISO 8601 with a zone. Absent: the time of arrival. */
	at: z.optional(JsonPointer),
	values: z
		.array(
			z.strictObject({
				pointer: JsonPointer,
				measurand: Measurand,
				factor: z._default(z.number(), 1),
				offset: z._default(z.number(), 0),
			}),
		)
		.check(z.minLength(1), z.maxLength(40)),
})
export type JsonMapping = z.infer<typeof JsonMapping>
