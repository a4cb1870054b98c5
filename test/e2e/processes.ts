import { readdirSync, readFileSync } from 'node:fs'

/** Every process that descends from `pid`, from /proc; none where there is no /proc (macOS). */
export const descendantsOf = (pid: number): number[] => {
	const parents = parentOfAll()
	const found: number[] = []
	for (let generation = [pid]; generation.length > 0; ) {
		generation = parents.filter(([, parent]) => generation.includes(parent)).map(([child]) => child)
		found.push(...generation)
	}
	return found
}

/** Those of the processes that run a function whose name has this in it; by what they were started with. */
export const processesOf = (functionName: string, among: readonly number[]): number[] =>
	among.filter((pid) => {
		try {
			const environment = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')
			return environment.some((line) => line.startsWith('AWS_LAMBDA_FUNCTION_NAME=') && line.includes(functionName))
		} catch {
			return false
		}
	})

const parentOfAll = (): (readonly [number, number])[] => {
	let names: string[]
	try {
		names = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
	} catch {
		return []
	}
	return names.flatMap((name) => {
		try {
			// `pid (command) state parent …`; the command may hold anything, also ")".
			const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
			return [[Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])] as const]
		} catch {
			// It ended meanwhile.
			return []
		}
	})
}
