import * as z from '../zod.ts'

/** How soon an alarm, and the task that comes of it, wants somebody. */
export const Severity = z.enum(['critical', 'major', 'minor'])
export type Severity = z.infer<typeof Severity>
