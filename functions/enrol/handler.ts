import middy from '@middy/core'
import { Broker, type Enrolled, Enrolment } from '../../shared/contract/registry/certificates.ts'
import { jsonText } from '../../shared/contract/text/jsonText.ts'
import * as z from '../../shared/contract/zod.ts'
import { amazonBroker } from '../adapters/certificates/amazonBroker.ts'
import { IotThingCertificates } from '../adapters/certificates/iotThingCertificates.ts'
import { environment } from '../adapters/lambda/environment.ts'
import { log, logged } from '../adapters/lambda/log.ts'
import { enrol } from './enrol.ts'

const env = environment({
	IOT_DATA_ENDPOINT: z.string(),
	DEVICE_POLICY: z.string(),
	DISPLAY_POLICY: z.string(),
	/** Set by the local edition alone. */
	LOCAL_BROKER: z.optional(jsonText(Broker)),
})
const ports = {
	certificates: new IotThingCertificates({ device: env.DEVICE_POLICY, display: env.DISPLAY_POLICY }),
	// Half of what this function is made of, and for one of the three things it is asked.
	read: async (pem: string) =>
		(await import('../adapters/certificates/certificateRequest.ts')).readCertificateRequest(pem),
	broker: () => env.LOCAL_BROKER ?? amazonBroker(env.IOT_DATA_ENDPOINT),
}

/** Called by the API alone, which knows who asks. */
export const handler = middy()
	.use(logged())
	.handler(async (event: unknown): Promise<Enrolled> => {
		const asked = Enrolment.parse(event)
		const answer = await enrol(ports, asked)
		const said = { ...('by' in asked && { by: asked.by }), device: named(asked) }
		if (answer.is === 'made') log.info('a certificate was made', { ...said, certificate: answer.made.id })
		if (answer.is === 'revoked') log.info('a certificate was revoked', { ...said, certificate: answer.certificate.id })
		return answer
	})

const named = ({ device }: Enrolment): string => (typeof device === 'string' ? device : device.id)
