/** An interval of a device that an accepted appeal (申诉) takes out of the score, milliseconds since 1970. */
export type Exclusion = { device: string; from: number; until: number }

export type Exclusions = {
	/** Those that overlap an interval. */
	between(from: number, until: number): Promise<Exclusion[]>
}
