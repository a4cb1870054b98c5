import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSensorConfig } from '../../../../../devices/gateways/sensor/config.ts'
import { measureBy } from '../../../../../devices/gateways/sensor/measureBy.ts'

let folder = ''
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'sensor-'))
})
afterAll(() => rm(folder, { recursive: true }))

const perfect = {
	mqtt: { url: 'mqtts://localhost:8883', ca: 'claim/ca.pem' },
	claim: { serial: 'SN-1', template: 'sanitation_devices', cert: 'claim/cert.pem', key: 'claim/key.pem' },
	sensor: { command: ['python3', 'read.py'] },
}
const reading = async (content: object) => {
	const file = join(folder, 'sensor.json')
	await writeFile(file, JSON.stringify(content))
	return readSensorConfig(file)
}

describe('the configuration', () => {
	test('finds its files beside it, whatever folder it is started from; the command is as it stands', async () => {
		expect(await reading(perfect)).toMatchObject({
			mqtt: { ca: join(folder, 'claim/ca.pem') },
			claim: { cert: join(folder, 'claim/cert.pem'), key: join(folder, 'claim/key.pem') },
			sensor: { command: ['python3', 'read.py'], timeoutSeconds: 30 },
			...{ folder: join(folder, 'state'), interval: 300, packOf: 1, maxMegabytes: 20 },
		})
	})

	test.each([
		['an address without encryption', { mqtt: { ...perfect.mqtt, url: 'mqtt://localhost' } }, /mqtt\.url: mqtts:/],
		['no way to a certificate', { claim: undefined }, /the file: either "device" or "claim" is needed/],
		[
			'two ways to a certificate',
			{ device: { thing: 'toilet-1', cert: 'c', key: 'k' } },
			/either "device" or "claim" is needed, not both/,
		],
		['no program', { sensor: { command: [] } }, /sensor\.command: .*got a list of 0/],
		['an interval below ten seconds', { interval: 5 }, /interval: .*>=10, got 5/],
	])('with %s is refused', async (_fault, change, message) => {
		await expect(reading({ ...perfect, ...change })).rejects.toThrow(message)
	})
})

describe('a sensor that is read by a program', () => {
	const printing = (text: string) => measureBy(['echo', text], 10)

	test('gives the values that it prints', async () => {
		expect(await printing('{"ammonia": 0.12, "battery": 87}')()).toEqual({ ammonia: 0.12, battery: 87 })
		expect(await printing('{}')()).toEqual({})
	})

	test.each([
		['prints no JSON', 'sensor busy', /expected a JSON object, got "sensor busy/],
		['prints a name that no measurand has', '{"smell": 1}', /echo: .*smell/],
		['prints a text for a value', '{"ammonia": "0.1"}', /ammonia: .*expected number/],
		['prints a list', '[1]', /the object: .*expected record/],
	])('that %s is told', async (_fault, text, message) => {
		await expect(printing(text)()).rejects.toThrow(message)
	})

	test('that fails is told with what it said, one that is missing by its name', async () => {
		const failing = measureBy(['sh', '-c', 'echo "no such port" >&2; exit 3'], 10)
		await expect(failing()).rejects.toThrow('sh: no such port')
		await expect(measureBy(['no-such-program-here'], 10)()).rejects.toThrow(/no-such-program-here/)
	})

	test('that hangs is ended', async () => {
		await expect(measureBy(['sleep', '60'], 0.1)()).rejects.toThrow('sleep: no answer within 0.1 s')
	})
})
