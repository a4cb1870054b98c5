/** What comes over a whole township, beyond an ordinary year. Instants are milliseconds since 1970. */
export type Surroundings = {
	/** Rain in mm/h on top of the weather's own. */
	rain(at: number): number
	/** How many times as much waste as usual there is on a local day (localTime.ts), greater than 0. */
	waste(day: number): number
}

export const ordinary: Surroundings = { rain: () => 0, waste: () => 1 }
