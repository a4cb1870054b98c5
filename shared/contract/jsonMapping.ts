import * as z from 'zod'
import { Measurand } from './measurand.ts'

/** RFC 6901: `/data/0/nh3`; `~1` stands for a slash in a key, `~0` for a tilde. */
export const JsonPointer = z
	.string()
	.max(200)
	.regex(/^(\/([^~/]|~[01])*)+$/, 'a JSON pointer such as "/data/nh3"')

/** How the JSON of a device is read that has names and units of its own: value = number found × factor + offset. */
export const JsonMapping = z.strictObject({
	/** Where the time stands: seconds or milliseconds since 1970, or ISO 8601 with a zone. Absent: the time of arrival. */
	at: JsonPointer.optional(),
	values: z
		.array(
			z.strictObject({
				pointer: JsonPointer,
				measurand: Measurand,
				factor: z.number().default(1),
				offset: z.number().default(0),
			}),
		)
		.min(1)
		.max(40),
})
export type JsonMapping = z.infer<typeof JsonMapping>
