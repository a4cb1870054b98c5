import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFleetOptions } from '../../../../devices/simulator/fleet/options.ts'
import { readScenario } from '../../../../devices/simulator/scenario/scenario.ts'

const shipped = new URL('../../../../devices/simulator/scenarios/', import.meta.url)
let folder = ''
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'scenario-'))
})
afterAll(() => rm(folder, { recursive: true }))

const reading = async (content: unknown) => {
	const file = join(folder, 'scenario.json')
	await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
	return readScenario(file)
}
const sound = {
	...{ name: { zh: '停电', en: 'Power cut' }, about: { zh: '一个村停电', en: 'One village' }, hours: 12 },
	events: [{ what: 'power-cut', where: { village: 1 }, hours: 4 }],
}

describe('a scenario file', () => {
	test('that comes along can be read', async () => {
		const names = await readdir(shipped)
		expect(names).toHaveLength(6)
		for (const name of names) await expect(readScenario(new URL(name, shipped).pathname)).resolves.toBeDefined()
	})

	test('means every device where it does not say which', async () => {
		const { events } = await reading({ ...sound, events: [{ what: 'power-cut', hours: 4 }] })
		expect(events).toEqual([{ what: 'power-cut', where: { share: 1 }, fromHour: 0, hours: 4 }])
	})

	test.each([
		['an unknown event', { events: [{ what: 'earthquake', hours: 1 }] }, /events\.0\.what: .*got "earthquake"/],
		['a missing field', { events: [{ what: 'waste-surge', hours: 1 }] }, /events\.0\.factor: .*got nothing/],
		['a misspelt field', { events: [{ what: 'waste-surge', hours: 1, factor: 2, hour: 3 }] }, /events\.0: .*"hour"/],
		[
			'a share above one',
			{ events: [{ what: 'power-cut', hours: 1, where: { share: 40 } }] },
			/events\.0\.where\.share: .*<=1, got 40/,
		],
		[
			'a clock that is right',
			{ events: [{ what: 'wrong-clock', hours: 1, offSeconds: 0 }] },
			/a clock that is not off is not wrong, got 0/,
		],
		['no length', { hours: 0 }, /hours: .*>0, got 0/],
	])('with %s is refused at its place, with what came', async (_fault, change, message) => {
		await expect(reading({ ...sound, ...change })).rejects.toThrow(message)
	})

	test('that is none is named', async () => {
		await expect(reading('hours: 3')).rejects.toThrow(/scenario\.json is not JSON/)
		await expect(readScenario(join(folder, 'nowhere.json'))).rejects.toThrow(/nowhere\.json cannot be read/)
	})
})

describe('the options', () => {
	const now = Date.UTC(2026, 10, 30, 4)

	test('without a start let the scenario arrive at the clock when it ends', async () => {
		const at = async (...args: string[]) => (await readFleetOptions(['--scenario', 'power-cut', ...args], now)).start
		expect(await at('--speed', 'max')).toBe(now - 12 * 3_600_000)
		expect(await at('--speed', '12')).toBe(now - 11 * 3_600_000)
		expect(await at('--start', '2026-07-01T00:00:00+08:00')).toBe(Date.UTC(2026, 5, 30, 16))
	})

	test.each([
		[['--devices', '0'], /devices/],
		[['--devices', 'many'], /devices/],
		[['--speed', '-1'], /speed/],
		[['--start', 'yesterday'], /start/],
	])('%j are refused by name', async (args, message) => {
		await expect(readFleetOptions(args, now)).rejects.toThrow(message)
	})
})
