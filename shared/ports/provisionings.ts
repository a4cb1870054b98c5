/** A certificate that a device with a serial number was given. */
export type Provisioning = {
	readonly serial: string
	readonly device: string
	/** Id of the certificate. */
	readonly certificate: string
	/** Id of the claim certificate it was fetched with. */
	readonly claim: string
	/** Milliseconds since 1970. */
	readonly at: number
}

/** Which serial numbers have had their certificate: each once, until somebody allows it again. */
export type Provisionings = {
	/** The first certificate has it; asked again for the same one (an answer may be lost) it is granted as before. */
	grant(provisioning: Provisioning): Promise<'granted' | 'taken'>
}
