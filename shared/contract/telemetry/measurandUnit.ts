import type { Measurand } from './measurand.ts'

/** The one unit each measurand has; codecs convert, a profile may not choose another. */
export const measurandUnit: Readonly<Record<Measurand, string>> = {
	ammonia: 'mg/m³',
	hydrogenSulfide: 'mg/m³',
	septicLevel: '%',
	visits: '',
	fill: '%',
	temperature: '°C',
	tilt: '°',
	ph: 'pH',
	cod: 'mg/L',
	ammoniaNitrogen: 'mg/L',
	totalPhosphorus: 'mg/L',
	totalNitrogen: 'mg/L',
	suspendedSolids: 'mg/L',
	waterTemperature: '°C',
	level: '%',
	flow: 'm³/h',
	pumpFault: '',
	battery: '%',
	signal: 'dBm',
	snr: 'dB',
	nextWithin: 's',
}

/** Units a table of another index may use; also as they are typed without the raised figure. */
export const knownUnits: readonly string[] = [
	...new Set([...Object.values(measurandUnit), 'µg/m³', 'μg/m³', 'ug/m³', 'µg/m3', 'ug/m3', 'mg/m3', 'ppm', 'ppb']),
]
