import { expect, test } from 'vitest'
import { measurands } from '../../../shared/contract/telemetry/measurand.ts'
import { letterOf, measurandOf } from '../../../shared/domain/telemetry/measurandLetters.ts'

test('a letter means in readings that are stored already what it has always meant', () => {
	const known = [...'ABCDEFGHIJKLMNOPQRSTU'].map(measurandOf)
	expect(known).toEqual([
		...['ammonia', 'hydrogenSulfide', 'septicLevel', 'visits', 'fill', 'temperature', 'tilt', 'ph', 'cod'],
		...['ammoniaNitrogen', 'totalPhosphorus', 'totalNitrogen', 'suspendedSolids', 'waterTemperature', 'level', 'flow'],
		...['pumpFault', 'battery', 'signal', 'snr', 'nextWithin'],
	])
})

test('every measurand has a capital letter of its own', () => {
	const letters = measurands.map(letterOf)
	expect(letters.filter((letter) => !/^[A-Z]$/.test(letter))).toEqual([])
	expect(new Set(letters).size).toBe(measurands.length)
})
