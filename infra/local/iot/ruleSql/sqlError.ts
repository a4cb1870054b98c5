/** A rule's SQL that cannot be read or evaluated here; `position` counts characters from 1. */
export class SqlError extends Error {
	readonly position: number

	constructor(problem: string, position: number) {
		super(`${problem} (at character ${position})`)
		this.name = 'SqlError'
		this.position = position
	}
}
