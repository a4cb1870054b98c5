import { describe, expect, test } from 'vitest'
import { demoRegistry, placedDevices, registryFrom } from '../../../../devices/demo/township.ts'
import { RegistryImport } from '../../../../shared/contract/registry/registry.ts'

describe('the demo township', () => {
	test('is a valid registry import, as it stands', () => {
		expect(RegistryImport.parse(demoRegistry)).toEqual(demoRegistry)
	})

	test('has 3 villages, 12 courtyards of all three kinds and about 60 devices of all kinds', () => {
		expect(demoRegistry.villages).toHaveLength(3)
		expect(demoRegistry.courtyards).toHaveLength(12)
		expect([...new Set(demoRegistry.courtyards.map(({ kind }) => kind))].sort()).toEqual([
			'concentric',
			'natural-village',
			'settlement',
		])
		expect(demoRegistry.devices.length).toBeGreaterThanOrEqual(58)
		expect(demoRegistry.devices.length).toBeLessThanOrEqual(65)
		expect(new Set(placedDevices.map(({ equipment }) => equipment)).size).toBe(8)
		const levels = demoRegistry.devices.filter(({ kind }) => kind === 'sewage').map((device) => device.sewageLevel)
		expect([...new Set(levels)].sort()).toEqual(['I', 'II', 'III'])
	})

	test('has no id twice, and every reference leads somewhere', () => {
		const ids = (entries: readonly { id: string }[]) => new Set(entries.map(({ id }) => id))
		const { townships, villages, courtyards, devices } = demoRegistry
		for (const entries of [townships, villages, courtyards, devices]) expect(ids(entries).size).toBe(entries.length)
		for (const { township } of villages) expect(ids(townships)).toContain(township)
		for (const { village } of courtyards) expect(ids(villages)).toContain(village)
		for (const { courtyard, gateway } of devices) {
			expect(ids(courtyards)).toContain(courtyard)
			if (gateway !== undefined) expect(ids(devices.filter(({ kind }) => kind === 'gateway'))).toContain(gateway)
		}
	})

	test('counts for scores from the first local day of its history', () => {
		const registry = RegistryImport.parse(registryFrom(Date.parse('2026-10-14T16:00:00Z')))
		expect(new Set(registry.devices.map(({ joined }) => joined))).toEqual(new Set(['2026-10-15']))
	})

	test('has courtyards that lack a revolution', () => {
		const lacking = demoRegistry.courtyards.filter(({ id }) => {
			const kinds = new Set(demoRegistry.devices.filter((device) => device.courtyard === id).map(({ kind }) => kind))
			return !(kinds.has('toilet') && kinds.has('waste') && kinds.has('sewage'))
		})
		expect(lacking.length).toBeGreaterThanOrEqual(3)
		expect(lacking.length).toBeLessThanOrEqual(5)
	})
})
