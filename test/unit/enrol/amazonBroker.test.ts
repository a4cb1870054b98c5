import { X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { amazonBroker } from '../../../functions/adapters/certificates/amazonBroker.ts'

test('AWS IoT is known by the roots of Amazon Trust Services, of both kinds of keys', () => {
	const { host, port, ca } = amazonBroker('a1b2c3-ats.iot.cn-north-1.amazonaws.com.cn')
	expect([host, port]).toEqual(['a1b2c3-ats.iot.cn-north-1.amazonaws.com.cn', 8883])
	const roots = (ca.match(/-----BEGIN.+?-----END CERTIFICATE-----/gs) ?? []).map((pem) => new X509Certificate(pem))
	expect(roots.map(({ subject }) => subject.split('\n').at(-1)).sort()).toEqual([
		'CN=Amazon Root CA 1',
		'CN=Amazon Root CA 3',
	])
	expect(roots.map(({ publicKey }) => publicKey.asymmetricKeyType).sort()).toEqual(['ec', 'rsa'])
	expect(roots.every(({ ca: isAuthority }) => isAuthority)).toBe(true)
})
