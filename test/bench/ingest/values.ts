import type { Measurand, Revolution } from '../../../shared/contract/telemetry/measurand.ts'

/** What a measurand reads when all is well and when it is not, both ends included, and its decimals. */
export type Range = { well: readonly [number, number]; ill?: readonly [number, number]; decimals: number }

/** What each kind measures. A sewage work sends eight measurands. */
export const ranges: Readonly<Record<Revolution, Partial<Record<Measurand, Range>>>> = {
	toilet: {
		ammonia: { well: [0.05, 0.9], ill: [1.05, 4], decimals: 2 },
		hydrogenSulfide: { well: [0.001, 0.009], ill: [0.011, 0.05], decimals: 3 },
		septicLevel: { well: [40, 85], ill: [90.5, 99], decimals: 1 },
		visits: { well: [0, 12], decimals: 0 },
		battery: { well: [30, 99], ill: [5, 19], decimals: 0 },
	},
	waste: {
		fill: { well: [10, 87], ill: [91, 105], decimals: 0 },
		temperature: { well: [8, 40], ill: [61, 120], decimals: 1 },
		tilt: { well: [0, 10], ill: [46, 90], decimals: 1 },
		battery: { well: [30, 99], ill: [5, 19], decimals: 0 },
	},
	sewage: {
		ph: { well: [6.3, 8.7], ill: [9.1, 10.5], decimals: 2 },
		cod: { well: [20, 55], ill: [105, 160], decimals: 1 },
		ammoniaNitrogen: { well: [2, 7], ill: [26, 40], decimals: 2 },
		totalPhosphorus: { well: [0.3, 1.4], ill: [4.2, 7], decimals: 2 },
		suspendedSolids: { well: [5, 18], ill: [42, 70], decimals: 0 },
		waterTemperature: { well: [9, 18], decimals: 1 },
		level: { well: [20, 80], ill: [91, 120], decimals: 1 },
		pumpFault: { well: [0, 0], ill: [1, 1], decimals: 0 },
	},
}
