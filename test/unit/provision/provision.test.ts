import { expect, test } from 'vitest'
import { provision } from '../../../functions/provision/provision.ts'
import { ProvisioningRequest } from '../../../shared/contract/registry/provisioning.ts'
import { MemoryProvisionings } from '../../doubles/memoryProvisionings.ts'
import { bin, fixedRegistry, registryOf, toilet } from '../../doubles/township.ts'

const certificate = (digit: string): string => digit.repeat(64)

const bench = (...devices: Parameters<typeof registryOf>) => {
	const ports = {
		registry: fixedRegistry(registryOf(...devices)),
		provisionings: new MemoryProvisionings(),
		now: () => 1,
	}
	return (parameters: Record<string, string>, certificateId = certificate('a')) =>
		provision(
			ports,
			ProvisioningRequest.parse({
				claimCertificateId: certificate('c'),
				certificateId,
				certificatePem: '-----BEGIN CERTIFICATE-----',
				templateArn: 'arn:aws:iot:us-east-1:123456789012:provisioningtemplate/sanitation_devices',
				clientId: '_claim-1',
				parameters,
			}),
		)
}
const ask = bench({ ...toilet, serial: 'SN-1' }, bin)

test('a device whose serial number is in the registry becomes the thing that the registry says it is', async () => {
	expect(await ask({ SerialNumber: 'SN-1', ThingName: 'bin-1', Courtyard: 'elsewhere', Kind: 'display' })).toEqual({
		allowed: true,
		device: 'toilet-1',
		overrides: { ThingName: 'toilet-1', Courtyard: 'yard-1', Kind: 'toilet' },
	})
})

test('asked again for the same certificate, as after a lost answer, it is answered the same', async () => {
	const first = await ask({ SerialNumber: 'SN-1' })
	expect(first).toMatchObject({ allowed: true })
	expect(await ask({ SerialNumber: 'SN-1' })).toEqual(first)
})

test('a second certificate for the same serial number is refused', async () => {
	await ask({ SerialNumber: 'SN-1' })
	expect(await ask({ SerialNumber: 'SN-1' }, certificate('b'))).toEqual({
		allowed: false,
		reason: 'the serial number SN-1 was given a certificate before',
	})
})

test('of two at once with the same serial number one gets the certificate', async () => {
	const both = bench({ ...toilet, serial: 'SN-1' })
	const answers = await Promise.all(['a', 'b'].map((digit) => both({ SerialNumber: 'SN-1' }, certificate(digit))))
	expect(answers.filter(({ allowed }) => allowed)).toHaveLength(1)
})

test.each([
	['a serial number that no device has', { SerialNumber: 'SN-2' }, /no device of the registry/],
	['the id of a device without a serial number', { SerialNumber: 'bin-1' }, /no device of the registry/],
	['the id of a device that has another serial number', { SerialNumber: 'toilet-1' }, /no device of the registry/],
	['another spelling of a serial number', { SerialNumber: 'sn-1' }, /no device of the registry/],
	['no serial number', {}, /names no serial number/],
	['an empty serial number', { SerialNumber: '' }, /names no serial number/],
	['a name of ours as serial number', { SerialNumber: '#late' }, /names no serial number/],
])('%s is refused', async (_what, parameters, reason) => {
	expect(await ask(parameters as Record<string, string>)).toEqual({
		allowed: false,
		reason: expect.stringMatching(reason),
	})
})

test('a display is refused, since its policy is another one', async () => {
	const display = bench({ ...toilet, kind: 'display', serial: 'SN-3' })
	expect(await display({ SerialNumber: 'SN-3' })).toMatchObject({ allowed: false })
})
