import type { LambdaClient } from '@aws-sdk/client-lambda'
import { Enrolled, type Enrolment } from '../../../shared/contract/registry/certificates.ts'
import type { Enroller } from '../../../shared/ports/certificates.ts'
import { AskedFunction } from '../lambda/askedFunction.ts'

/** Asks `enrol`, which alone may make and revoke certificates. */
export class LambdaEnroller implements Enroller {
	readonly #enrol: AskedFunction

	/** @param enrol the name of the function */
	constructor(enrol: string, client?: LambdaClient) {
		this.#enrol = new AskedFunction(enrol, client)
	}

	/** @throws where the function fails */
	async ask(asked: Enrolment): Promise<Enrolled> {
		return Enrolled.parse(await this.#enrol.ask(asked))
	}
}
