import type { RegistryView } from '../../shared/contract/registry/registry.ts'
import type { QuarantineEntryView, QuarantineSummary } from '../../shared/contract/telemetry/quarantineViews.ts'

/** A township in which nothing has been registered. */
export const emptyRegistry = (): RegistryView => ({ townships: [], villages: [], courtyards: [], devices: [] })

const refusedAt = '2026-11-30T01:12:00.000Z'
const text = { zh: '没有登记这台设备：24e124fffe0a9f31', en: 'No device is registered as 24e124fffe0a9f31' }

/** Messages of a sensor that nobody has registered yet. */
export const unregistered = (): QuarantineSummary => ({
	groups: [
		{
			device: '24e124fffe0a9f31',
			reason: 'unregistered',
			messages: 12,
			open: 12,
			firstAt: '2026-11-29T22:10:00.000Z',
			lastAt: refusedAt,
			example: 'sample',
			text,
		},
	],
})

export const unregisteredEntry = (): QuarantineEntryView => ({
	id: 'sample',
	receivedAt: refusedAt,
	topic: 'dt/sanitation/xinju-gateway-1/chirpstack',
	thing: 'xinju-gateway-1',
	reasons: [{ code: 'unregistered', field: 'deviceInfo.devEui', got: '24e124fffe0a9f31', text }],
	payload: btoa('{"deviceInfo":{"devEui":"24e124fffe0a9f31"},"data":"AXVkBH1kAA=="}'),
	payloadBytes: 67,
	expiresAt: '2026-12-30T01:12:00.000Z',
	replayed: null,
})
