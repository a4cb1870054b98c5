import { createHmac } from 'node:crypto'

/**
 * Names for what should not be told: the same text always gives the same name, and without the key nobody can find the
 * text. 96 bits, so that two of one day do not meet.
 */
export const pseudonymWith =
	(key: string) =>
	(text: string): string =>
		createHmac('sha256', key).update(text).digest('base64url').slice(0, 16)
