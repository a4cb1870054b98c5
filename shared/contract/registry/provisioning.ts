import { told } from '../text/told.ts'
import * as z from '../zod.ts'
import { SerialNumber } from './registry.ts'

/**
 * What AWS IoT asks before it provisions a device (payload version 2020-04-01). Parameters are whatever the device sent
 * along: anybody who holds the claim certificate may have written them.
 */
export const ProvisioningRequest = z.object({
	claimCertificateId: z.string(),
	/** The certificate the device is about to get. */
	certificateId: z
		.string()
		.check(
			z.regex(
				/^[0-9a-f]{64}$/,
				told({ zh: '证书编号是 64 位十六进制数字', en: 'a certificate id has 64 hexadecimal digits' }),
			),
		),
	clientId: z.string(),
	parameters: z._default(z.record(z.string(), z.string()), {}),
})
export type ProvisioningRequest = z.infer<typeof ProvisioningRequest>

/** The one parameter that a device sends. */
export const DeviceParameters = z.object({ SerialNumber })

/** What the registry says of the device: parameters of the provisioning template that the device cannot choose. */
export const ProvisioningOverrides = z.object({ ThingName: z.string(), Courtyard: z.string(), Kind: z.string() })
export type ProvisioningOverrides = z.infer<typeof ProvisioningOverrides>

/** What AWS IoT is answered. */
export const ProvisioningAnswer = z.discriminatedUnion('allowProvisioning', [
	z.object({ allowProvisioning: z.literal(true), parameterOverrides: ProvisioningOverrides }),
	z.object({ allowProvisioning: z.literal(false) }),
])
export type ProvisioningAnswer = z.infer<typeof ProvisioningAnswer>
