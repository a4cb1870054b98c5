import type { Measurand } from '../../../shared/contract/telemetry/measurand.ts'
import { measurandUnit } from '../../../shared/contract/telemetry/measurandUnit.ts'
import { mgPerPpm } from '../units.ts'

/** value in our unit = value × factor + offset */
type Conversion = { factor: number; offset?: number }
type Units = Readonly<Record<string, Conversion>>

/** `%` and `/` are both ratios in SenML: 0.5 is a half (RFC 8428, 12.1, notes to the table). `/100` is per cent. */
const share: Units = { '/': { factor: 100 }, '%': { factor: 100 }, '/100': { factor: 1 }, '/1000': { factor: 0.1 } }
const inAir = (mg: number): Units => ({
	'kg/m3': { factor: 1e6 },
	'mg/m3': { factor: 1 },
	'ug/m3': { factor: 1e-3 },
	ppm: { factor: mg },
	ppb: { factor: mg / 1000 },
})
const inWater: Units = {
	'kg/m3': { factor: 1000 },
	'g/l': { factor: 1000 },
	'mg/l': { factor: 1 },
	'mg/L': { factor: 1 },
	'ug/l': { factor: 1e-3 },
}
const warmth: Units = { Cel: { factor: 1 }, K: { factor: 1, offset: -273.15 } }

/**
 * The units of the SenML registry (RFC 8428, RFC 8798) that say the same as ours, by measurand; and our own, as people
 * type them.
 */
const unitsOf: Readonly<Record<Measurand, Units>> = {
	ammonia: inAir(mgPerPpm.ammonia),
	hydrogenSulfide: inAir(mgPerPpm.hydrogenSulfide),
	septicLevel: share,
	visits: { count: { factor: 1 } },
	fill: share,
	temperature: warmth,
	tilt: { rad: { factor: 180 / Math.PI }, deg: { factor: 1 } },
	ph: { pH: { factor: 1 } },
	cod: inWater,
	ammoniaNitrogen: inWater,
	totalPhosphorus: inWater,
	totalNitrogen: inWater,
	suspendedSolids: inWater,
	waterTemperature: warmth,
	level: share,
	flow: { 'm3/s': { factor: 3600 }, 'l/s': { factor: 3.6 }, 'm3/h': { factor: 1 } },
	pumpFault: { '/': { factor: 1 } },
	battery: { ...share, '%EL': { factor: 1 } },
	signal: { dBm: { factor: 1 }, dBW: { factor: 1, offset: 30 } },
	snr: { dB: { factor: 1 } },
	nextWithin: { s: { factor: 1 } },
}

/** Without a unit a value is in the measurand's own, as in our native JSON. */
export function conversion(measurand: Measurand, unit: string | undefined): Conversion | undefined {
	const units = unitsOf[measurand]
	if (unit === undefined) return { factor: 1 }
	if (Object.hasOwn(units, unit)) return units[unit]
	return unit === measurandUnit[measurand] ? { factor: 1 } : undefined
}

export const unitNames = (measurand: Measurand): string => Object.keys(unitsOf[measurand]).join(', ')
