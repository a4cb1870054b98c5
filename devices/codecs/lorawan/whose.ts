import { type Device, Eui } from '../../../shared/contract/registry/registry.ts'
import type { DeviceBook } from '../../../shared/contract/telemetry/decoding.ts'
import type { Fault } from '../../../shared/contract/telemetry/reading.ts'
import { shown } from '../outcome.ts'

/** The registered device an EUI stands for, or why there is none. */
export function whose(eui: unknown, field: string, thing: string, devices: DeviceBook): Device | Fault {
	const parsed = Eui.safeParse(eui)
	if (!parsed.success) {
		return { code: 'wrong-type', field, expected: '16 hexadecimal digits', got: shown(eui), device: thing }
	}
	return devices.byEui(parsed.data) ?? { code: 'unregistered', device: parsed.data }
}
