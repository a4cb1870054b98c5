import { DeviceKind } from '../telemetry/measurand.ts'
import { told } from '../text/told.ts'
import * as z from '../zod.ts'
import { Id } from './registry.ts'

/** AWS IoT's: the SHA-256 of the certificate's DER form. */
export const CertificateId = z
	.string()
	.check(
		z.regex(
			/^[0-9a-f]{64}$/,
			told({ zh: '证书编号是 64 位十六进制数字', en: 'a certificate id has 64 hexadecimal digits' }),
		),
	)

/** A device connects with an active one only; one that is revoked never becomes active again. */
export const CertificateStatus = z.enum(['active', 'inactive', 'revoked'])

/** A certificate of a device, as people look at it. */
export const DeviceCertificate = z.object({
	id: CertificateId,
	status: CertificateStatus,
	/** When it was made; null where nobody noted it. */
	madeAt: z.nullable(z.iso.datetime()),
})
export type DeviceCertificate = z.infer<typeof DeviceCertificate>

/** `GET /api/devices/{id}/certificates`, the newest first. */
export const DeviceCertificates = z.object({ certificates: z.array(DeviceCertificate) })
export type DeviceCertificates = z.infer<typeof DeviceCertificates>

/** Where devices connect to, and what they know the broker by. */
export const Broker = z.object({
	host: z.string().check(z.minLength(1)),
	port: z.int().check(z.minimum(1), z.maximum(65_535)),
	/** Certificates of the authorities, PEM. */
	ca: z.string().check(z.minLength(1)),
})
export type Broker = z.infer<typeof Broker>

/** `POST /api/devices/{id}/certificates`: a PKCS#10 request for a certificate, PEM. The private key stays with whoever made it. */
export const NewCertificate = z.strictObject({ csr: z.string().check(z.minLength(1), z.maxLength(8192)) })
export type NewCertificate = z.infer<typeof NewCertificate>

/** What comes of it. */
export const MadeCertificate = z.object({
	id: CertificateId,
	/** PEM. */
	certificate: z.string(),
	broker: Broker,
})
export type MadeCertificate = z.infer<typeof MadeCertificate>

/** Why a request for a certificate is not taken. */
export const CsrTrouble = z.enum(['unreadable', 'forged', 'other-name', 'weak-key'])
export type CsrTrouble = z.infer<typeof CsrTrouble>

/** A device of the registry, as far as its thing says it. */
export const EnrolledDevice = z.object({ id: Id, kind: DeviceKind, courtyard: Id })
export type EnrolledDevice = z.infer<typeof EnrolledDevice>

/** What `enrol` is asked, which alone may make and revoke certificates; `by` is who wants it, by name. */
export const Enrolment = z.discriminatedUnion('do', [
	z.strictObject({ do: z.literal('make'), device: EnrolledDevice, csr: NewCertificate.shape.csr, by: z.string() }),
	z.strictObject({ do: z.literal('list'), device: Id }),
	z.strictObject({ do: z.literal('revoke'), device: Id, certificate: CertificateId, by: z.string() }),
])
export type Enrolment = z.infer<typeof Enrolment>

/** What it answers. */
export const Enrolled = z.discriminatedUnion('is', [
	z.strictObject({ is: z.literal('made'), made: MadeCertificate }),
	z.strictObject({ is: z.literal('refused'), because: CsrTrouble }),
	/** It has as many active certificates as it may have. */
	z.strictObject({ is: z.literal('enough') }),
	z.strictObject({ is: z.literal('listed'), certificates: z.array(DeviceCertificate) }),
	z.strictObject({ is: z.literal('revoked'), certificate: DeviceCertificate }),
	/** The device has no such certificate. */
	z.strictObject({ is: z.literal('unknown') }),
])
export type Enrolled = z.infer<typeof Enrolled>
