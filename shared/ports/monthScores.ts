export type MonthScores = {
	/** A courtyard's environment score of a month, 0 to 100; null where too little is known to be ranked. */
	environment(courtyard: string, month: string): Promise<number | null>
}
