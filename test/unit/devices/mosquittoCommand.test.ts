import { describe, expect, it } from 'vitest'
import { certificatesOf } from '../../../infra/local/provisionDevice.ts'
import { mosquittoCommand } from '../../../shared/contract/registry/mosquittoCommand.ts'

const broker = { host: 'localhost', port: 8883 }

describe('the command offered for a new device', () => {
	it('publishes a reading of its kind', () => {
		const toilet = { id: 't1', kind: 'toilet', courtyard: 'c1' } as const
		expect(mosquittoCommand(toilet, broker, certificatesOf('.local', 't1'))).toBe(
			'mosquitto_pub -h localhost -p 8883 --cafile .local/devices/t1/ca.pem --cert .local/devices/t1/cert.pem --key .local/devices/t1/key.pem -i t1 -q 1 -t dt/sanitation/t1/json -m \'{"ammonia": 0.2}\'',
		)
	})

	it('of a display listens to its courtyard', () => {
		const display = { id: 's1', kind: 'display', courtyard: 'c1' } as const
		expect(mosquittoCommand(display, broker, certificatesOf('.local', 's1'))).toMatch(
			/^mosquitto_sub .* -t 'evt\/sanitation\/c1\/#'$/,
		)
	})

	it('can be pasted where the data folder has a space in its name', () => {
		const bin = { id: 'b1', kind: 'waste', courtyard: 'c1' } as const
		expect(mosquittoCommand(bin, broker, certificatesOf("/my data/it's", 'b1'))).toContain(
			"--cafile '/my data/it'\\''s/devices/b1/ca.pem'",
		)
	})
})
