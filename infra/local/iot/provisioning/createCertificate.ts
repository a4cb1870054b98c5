import type { CertificateAuthority } from '../certificateAuthority.ts'
import { isJsonObject } from '../jsonPayload.ts'
import { type MqttService, rejected } from '../mqttService.ts'
import type { PendingCertificates } from './pendingCertificates.ts'

const request = '$aws/certificates/create/json'

/** CreateKeysAndCertificate: a certificate that is good for nothing yet, and the token by which to register with it. */
export const createCertificate = (authority: CertificateAuthority, pending: PendingCertificates): MqttService => ({
	takes: (topic) => topic === request,
	answer: async ({ topic, payload }) => {
		// An empty message asks as well: https://docs.aws.amazon.com/iot/latest/developerguide/fleet-provision-api.html
		if (payload.length > 0 && !isJsonObject(payload))
			return [rejected(topic, 400, 'InvalidPayload', 'The payload is no JSON object.')]
		const { certificateId, certificatePem, privateKeyPem, madeAt } = await authority.issueNamelessCertificate()
		const certificateOwnershipToken = pending.keep({ certificateId, certificatePem, madeAt })
		return [
			{
				topic: `${topic}/accepted`,
				payload: { certificateId, certificatePem, privateKey: privateKeyPem, certificateOwnershipToken },
				to: 'requester',
			},
		]
	},
})
