import { fstatSync } from 'node:fs'

/** Standard input is a pipe from whoever started this process; its end is theirs. */
const stdinIsPipe = (): boolean => {
	try {
		const stat = fstatSync(0)
		return stat.isFIFO() || stat.isSocket()
	} catch {
		return false
	}
}

/** Aborts on SIGTERM and SIGINT, and when the starting process goes away: its IPC channel or its pipe closes. */
export const endOfWork = (): AbortSignal => {
	const controller = new AbortController()
	const end = () => controller.abort()
	process.once('SIGTERM', end)
	process.once('SIGINT', end)
	process.once('disconnect', end)
	// Nobody reads any more; without a listener the broken pipe would end the process before its state is saved.
	process.stdout.once('error', end).on('error', () => {})
	process.stderr.on('error', () => {})
	if (process.channel === undefined && stdinIsPipe()) process.stdin.once('end', end).once('close', end).resume()
	return controller.signal
}
