import { randomBytes } from 'node:crypto'
import type { Certified } from '../certificateAuthority.ts'

/** https://docs.aws.amazon.com/iot/latest/developerguide/fleet-provision-api.html: the token expires after one hour. */
const lifeMs = 3_600_000

/** Certificates that were made for a device and belong to no thing yet, by the token that proves whose they are. */
export type PendingCertificates = {
	/** @returns the token. */
	keep(certificate: Certified): string
	/** Undefined for a token that never was, or is older than an hour. */
	find(token: string): Certified | undefined
}

/** In memory: after a restart a device asks for a certificate anew, as after an hour. */
export const pendingCertificates = (now: () => number): PendingCertificates => {
	const kept = new Map<string, Certified & { readonly until: number }>()
	const forget = (): void => {
		for (const [token, { until }] of kept) if (until <= now()) kept.delete(token)
	}
	return {
		keep: (certificate) => {
			forget()
			const token = randomBytes(64).toString('base64url')
			kept.set(token, { ...certificate, until: now() + lifeMs })
			return token
		},
		find: (token) => {
			forget()
			return kept.get(token)
		},
	}
}
