/** mg/m³ that one ppm of the gas is, at 25 °C and 1 atm: its molar mass over 24.465 L/mol. */
export const mgPerPpm = { ammonia: 0.696, hydrogenSulfide: 1.394 } as const

/** Twelve digits: more than a sensor has, and without the noise of a multiplication. */
export const tidy = (value: number): number => (Number.isFinite(value) ? Number(value.toPrecision(12)) : value)
