import { expect, test } from 'vitest'
import { readRunOptions } from '../../../../devices/demo/options.ts'

const args = ['--running', 'running.json', '--devices', 'devices', '--state', 'demo.json']
const env = { GREEN_COURTYARD_TOKEN: 'token' }

test('history is 40 days and the seed 1 unless told otherwise', () => {
	expect(readRunOptions(args, env)).toMatchObject({ historyDays: 40, seed: 1, token: 'token' })
	expect(readRunOptions([...args, '--history-days', '3', '--seed', '9'], env)).toMatchObject({
		historyDays: 3,
		seed: 9,
	})
})

test('without a token the command that makes one is named', () => {
	expect(() => readRunOptions(args, {})).toThrow(/npm run token -- --role staff/)
})

test('a missing folder and a wrong number are named', () => {
	expect(() => readRunOptions(args.slice(2), env)).toThrow(/running/)
	expect(() => readRunOptions([...args, '--seed', 'x'], env)).toThrow(/seed/)
})
