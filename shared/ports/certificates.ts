import type { DeviceCertificate, Enrolled, EnrolledDevice, Enrolment } from '../contract/registry/certificates.ts'

/** Makes, lists and revokes certificates, by whoever may. */
export type Enroller = {
	ask(asked: Enrolment): Promise<Enrolled>
}

/** A request for a certificate (PKCS#10), as far as it is looked at. */
export type CertificateRequest = {
	/** Common names of its subject. */
	readonly commonNames: readonly string[]
	readonly key:
		| { readonly is: 'rsa'; readonly bits: number }
		| { readonly is: 'ec'; readonly curve: string }
		| { readonly is: 'other' }
	/** It was signed with the private key that belongs to the public key in it. */
	readonly isSigned: boolean
}

/** @returns undefined for what is no PKCS#10 request in PEM */
export type ReadCertificateRequest = (pem: string) => Promise<CertificateRequest | undefined>

/** The certificates that are attached to things, in whatever order. */
export type ThingCertificates = {
	/** None where there is no such thing. */
	of(thing: string): Promise<DeviceCertificate[]>
	/**
	 * Makes an active certificate for a device, which becomes a thing if it is none, with the policy of its kind. Where
	 * this fails midway, what is there is active for nobody. The same request twice makes two certificates.
	 */
	make(device: EnrolledDevice, csr: string): Promise<{ readonly id: string; readonly certificate: string }>
	/** For ever. */
	revoke(certificate: string): Promise<void>
}
