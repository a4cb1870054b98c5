import type { DatabaseSync } from 'node:sqlite'

type Pending = { execute: () => void; committed: () => void; failed: (fault: unknown) => void }

export type GroupCommit = {
	/** Runs `operation` in the next shared transaction; resolves with its result once that is on the disk. */
	run<Result>(operation: () => Result): Promise<Result>
	/** Runs `operation` in a transaction of its own, on the disk on return. */
	runNow<Result>(operation: () => Result): Result
	/** Commits what is pending. */
	flush(): void
}

/**
 * Group commit: every operation that arrives in one turn of the event loop shares one transaction and so one fsync.
 * While the fsync runs, the next operations gather in the sockets, so the slower the disk, the larger the groups: the
 * number of messages a second does not hang on the latency of one fsync.
 *
 * Operations must check their arguments before they are given here: a fault in one (disk full) undoes its whole group.
 */
export const createGroupCommit = (database: DatabaseSync): GroupCommit => {
	let pending: Pending[] = []
	let scheduled = false

	const transaction = (execute: () => void): void => {
		database.exec('BEGIN IMMEDIATE')
		try {
			execute()
			database.exec('COMMIT')
		} catch (fault) {
			// After some faults (disk full) SQLite has rolled back by itself.
			if (database.isTransaction) database.exec('ROLLBACK')
			throw fault
		}
	}

	const flush = (): void => {
		scheduled = false
		const group = pending
		pending = []
		if (group.length === 0) return
		try {
			transaction(() => {
				for (const { execute } of group) execute()
			})
		} catch (fault) {
			for (const { failed } of group) failed(fault)
			return
		}
		for (const { committed } of group) committed()
	}

	return {
		run: <Result>(operation: () => Result) =>
			new Promise<Result>((resolve, reject) => {
				let result: Result
				pending.push({
					execute: () => {
						result = operation()
					},
					committed: () => resolve(result),
					failed: reject,
				})
				if (scheduled) return
				scheduled = true
				setImmediate(flush)
			}),
		runNow: <Result>(operation: () => Result) => {
			let result: { value: Result } | undefined
			transaction(() => {
				result = { value: operation() }
			})
			if (result === undefined) throw new Error('The transaction did not run its operation')
			return result.value
		},
		flush,
	}
}
