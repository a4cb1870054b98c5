import { expect, it } from 'vitest'
import { readmeText } from '../../../web/desk/settings/registry/certificate/readmeText.ts'

const broker = { host: 'abc-ats.iot.us-east-1.amazonaws.com', port: 8883, ca: 'ROOTS' }

it('the note beside a certificate has the command for its files, and no key', () => {
	const text = readmeText({ id: 'bin-1', kind: 'waste', courtyard: 'lijia' }, 'c'.repeat(64), broker)
	expect(text).toContain(
		'mosquitto_pub -h abc-ats.iot.us-east-1.amazonaws.com -p 8883 --cafile ca.pem --cert certificate.pem --key key.pem -i bin-1 -q 1 -t dt/sanitation/bin-1/json -m \'{"fill": 40}\'\n',
	)
	expect(text).not.toContain('BEGIN')
})

it('a display is told what to listen to', () => {
	const text = readmeText({ id: 'screen', kind: 'display', courtyard: 'lijia' }, 'c'.repeat(64), broker)
	expect(text).toMatch(/mosquitto_sub .* -t 'evt\/sanitation\/lijia\/#'/)
	expect(text).toContain('接收通知的主题')
})
