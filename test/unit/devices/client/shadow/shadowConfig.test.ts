import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { clockCheck } from '../../../../../devices/client/clockCheck.ts'
import { changeBetween } from '../../../../../devices/client/shadow/changeBetween.ts'
import { openShadowConfig } from '../../../../../devices/client/shadow/shadowConfig.ts'
import { isRefusal, read, type ShadowDocument, update } from '../../../../../infra/local/iot/shadow/shadowDocument.ts'
import { JsonObject, merge } from '../../../../../infra/local/iot/shadow/state.ts'
import type { DeviceConfig } from '../../../../../shared/contract/registry/deviceConfig.ts'
import { memoryLink } from '../links.ts'

const base = '$aws/things/toilet-1/shadow/name/config'
const standard: DeviceConfig = { interval: 300, offsets: {} }
const serverNow = Date.UTC(2026, 10, 30, 4)

/** A device at the shadow of the local edition. */
const bench = async ({ clock = serverNow }: { clock?: number } = {}) => {
	let shadow: ShadowDocument | undefined
	let inForce = standard
	const applied: DeviceConfig[] = []
	const troubles: string[] = []
	const change = (body: unknown) => {
		const done = update(shadow, body, serverNow)
		if (isRefusal(done)) return [{ topic: `${base}/update/rejected`, body: done }]
		shadow = done.document
		return [
			{ topic: `${base}/update/accepted`, body: done.accepted },
			...(done.delta ? [{ topic: `${base}/update/delta`, body: done.delta }] : []),
		]
	}
	const link = memoryLink(({ topic, payload }) => {
		if (topic === `${base}/update`) return change(JSON.parse(payload))
		const got = read(shadow, 'config', serverNow)
		const body = isRefusal(got) ? { ...got, timestamp: serverNow / 1000 } : got
		return [{ topic: `${base}/get/${isRefusal(got) ? 'rejected' : 'accepted'}`, body }]
	})
	const config = await openShadowConfig({
		...{ thing: 'toilet-1', link, standard, clock: clockCheck(60_000), timeoutMs: 50, now: () => clock },
		inForce: () => inForce,
		apply: async (next) => {
			inForce = next
			applied.push(next)
		},
		trouble: (what) => troubles.push(what),
	})
	return {
		...{ link, config, applied, troubles },
		reported: () => shadow?.state.reported,
		inForce: () => inForce,
		/** As somebody at the desk would; the device is told what differs. */
		desire: (desired: object | null) => {
			for (const { topic, body } of change({ state: { desired } })) link.tell(topic, body)
		},
		updates: () => link.sent.filter(({ topic }) => topic === `${base}/update`).length,
	}
}

describe('the configuration in the shadow', () => {
	test('that was changed while the device was away is taken when it connects, and reported', async () => {
		const { desire, config, applied, reported } = await bench()
		desire({ interval: 600, offsets: { ammonia: -0.05 } })
		await config.refresh()
		expect(applied).toEqual([{ interval: 600, offsets: { ammonia: -0.05 } }])
		expect(reported()).toEqual({ interval: 600, offsets: { ammonia: -0.05 } })
	})

	test('is taken as soon as it changes', async () => {
		const { desire, config, reported } = await bench()
		await config.refresh()
		desire({ interval: 60 })
		await vi.waitFor(() => expect(reported()).toEqual({ interval: 60 }))
	})

	test('that nobody set is as from the factory, and the desk sees it', async () => {
		const { config, applied, reported } = await bench()
		await config.refresh()
		expect(applied).toEqual([])
		expect(reported()).toEqual({ interval: 300 })
	})

	test('with a bad value: that one is refused with the reason, the old one stays, the others are taken', async () => {
		const { desire, config, inForce, reported, troubles } = await bench()
		desire({ interval: 120, offsets: { ammonia: 0.1 } })
		await config.refresh()
		desire({ interval: 5, offsets: { ammonia: 'much', fill: 2, smell: 1 }, colour: 'green' })
		await vi.waitFor(() => expect(reported()).toHaveProperty('refused'))
		expect(inForce()).toEqual({ interval: 120, offsets: { ammonia: 0.1, fill: 2 } })
		expect(reported()).toEqual({
			interval: 120,
			offsets: { ammonia: 0.1, fill: 2 },
			refused: {
				interval: expect.stringMatching(/>=10.*got 5/),
				'offsets.ammonia': expect.stringMatching(/number.*got "much"/),
				'offsets.smell': 'there is no such measurand',
				colour: 'there is no such setting',
			},
		})
		expect(troubles).toContainEqual(expect.stringContaining('configuration interval refused'))
	})

	test('that stays refused is not reported over and over, and a remedy takes the refusal away', async () => {
		const { desire, config, updates, reported } = await bench()
		desire({ interval: 5 })
		await config.refresh()
		await config.refresh()
		expect(updates()).toBe(1)
		desire({ interval: 50 })
		await vi.waitFor(() => expect(reported()).toEqual({ interval: 50 }))
	})

	test('that is taken away again leaves the device as from the factory', async () => {
		const { desire, config, inForce, reported } = await bench()
		desire({ interval: 600, offsets: { ammonia: -0.05 } })
		await config.refresh()
		desire(null)
		await config.refresh()
		expect(inForce()).toEqual(standard)
		expect(reported()).toEqual({ interval: 300 })
	})

	test('tells by how much the clock of the device is wrong, also where there is no shadow yet', async () => {
		const { config, reported } = await bench({ clock: serverNow + 3_600_000 })
		await config.refresh()
		expect(reported()).toEqual({ interval: 300, clockOffSeconds: 3600 })
	})

	test('that is not given out leaves the device as it is', async () => {
		const link = memoryLink(({ topic }) => [{ topic: `${topic}/rejected`, body: { code: 500, message: 'Internal' } }])
		const troubles: string[] = []
		const apply = vi.fn()
		const config = await openShadowConfig({
			...{ thing: 'toilet-1', link, standard, clock: clockCheck(60_000), inForce: () => standard, apply },
			trouble: (what) => troubles.push(what),
		})
		await config.refresh()
		expect(troubles).toEqual(['the configuration was not given out: Internal (500)'])
		expect(apply).not.toHaveBeenCalled()
	})
})

test('a change sent to a shadow makes it as wanted, whatever stood there', () => {
	const leaf = fc.oneof(fc.integer(), fc.string(), fc.boolean())
	const part = fc.dictionary(
		fc.constantFrom('interval', 'offsets', 'refused'),
		fc.oneof(leaf, fc.dictionary(fc.constantFrom('a', 'b'), leaf, { minKeys: 1 })),
	)
	fc.assert(
		fc.property(part, part, (known, wanted) => {
			const change = changeBetween(known, wanted)
			expect(change === undefined ? known : merge(JsonObject.parse(known), JsonObject.parse(change))).toEqual(wanted)
		}),
	)
})
