import { readdirSync, readFileSync } from 'node:fs'

/** Resident memory of a process and of all it started, MB (2^20 bytes), as Linux tells it. */
export function treeMb(root: number): number {
	const processes = readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.flatMap((name) => statusOf(name) ?? [])
	const own = new Set([root])
	for (let size = 0; size !== own.size; ) {
		size = own.size
		for (const { pid, parent } of processes) if (own.has(parent)) own.add(pid)
	}
	const kb = processes.filter(({ pid }) => own.has(pid)).reduce((sum, one) => sum + one.kb, 0)
	return Math.round(kb / 1024)
}

/** Undefined for one that has ended meanwhile. */
function statusOf(name: string): { pid: number; parent: number; kb: number } | undefined {
	try {
		const status = readFileSync(`/proc/${name}/status`, 'utf8')
		const number = (field: string): number => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)
		return { pid: number('Pid'), parent: number('PPid'), kb: number('VmRSS') }
	} catch {
		return undefined
	}
}
