import { readFile, rm, writeFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'

const retryMs = 100

/** Runs the work while no other process on this machine runs work under the same lock file. */
export const withLock = async <Result>(file: string, work: () => Promise<Result>): Promise<Result> => {
	while (!(await taken(file))) {
		const owner = Number(await readFile(file, 'utf8').catch(() => ''))
		if (owner > 0 && !isAlive(owner)) await rm(file, { force: true })
		else await setTimeout(retryMs)
	}
	try {
		return await work()
	} finally {
		await rm(file, { force: true })
	}
}

const taken = (file: string): Promise<boolean> =>
	writeFile(file, String(process.pid), { flag: 'wx' }).then(
		() => true,
		(cause: NodeJS.ErrnoException) => {
			if (cause.code === 'EEXIST') return false
			throw cause
		},
	)

/** Whether a process of that id runs, also one of another user. */
export const isAlive = (pid: number): boolean => {
	try {
		process.kill(pid, 0)
		return true
	} catch (cause) {
		return cause instanceof Error && 'code' in cause && cause.code === 'EPERM'
	}
}
