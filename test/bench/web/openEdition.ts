import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type RunningEdition, requireRunningEdition, runningEdition } from '../../../infra/local/runningEdition.ts'

export interface BenchEdition {
	readonly site: string
	readonly dataFolder: string
	close(): Promise<void>
}

const launcher = fileURLToPath(new URL('../../../infra/local/launch.mjs', import.meta.url))
const PATIENCE_MS = 600_000
/** Enough for every page to have something to show. */
const HISTORY_DAYS = '2'

/** The edition on a data folder, or a new one with the demo township that goes when it is closed. */
export const openEdition = async (dataFolder: string | undefined): Promise<BenchEdition> => {
	if (dataFolder !== undefined) return opened(await requireRunningEdition(dataFolder), dataFolder, async () => {})
	const folder = await mkdtemp(join(tmpdir(), 'bench-web-'))
	console.log('Starting a local edition with the demo township …')
	const child = spawn(
		process.execPath,
		[
			...['--disable-warning=ExperimentalWarning', launcher, 'main.ts', '--data', folder],
			...['--port', '0', '--mqtt-port', '0', '--history-days', HISTORY_DAYS],
		],
		{ stdio: ['ignore', 'ignore', 'inherit'] },
	)
	const ended = once(child, 'exit')
	const close = async (): Promise<void> => {
		if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT')
		await ended
		await rm(folder, { recursive: true, force: true })
	}
	try {
		for (const since = Date.now(); Date.now() - since < PATIENCE_MS; await wait(500)) {
			if (child.exitCode !== null) throw new Error('the edition ended at once')
			const running = await runningEdition(folder)
			if (running && (await isInhabited(running))) return opened(running, folder, close)
		}
		throw new Error('the edition does not get ready')
	} catch (error) {
		await close()
		throw error
	}
}

const opened = ({ apiUrl }: RunningEdition, dataFolder: string, close: () => Promise<void>): BenchEdition => ({
	site: new URL(apiUrl).origin,
	dataFolder,
	close,
})

/** Most courtyards have been heard of: one may have none but sensors that are silent. */
const isInhabited = async ({ apiUrl }: RunningEdition): Promise<boolean> => {
	const response = await fetch(`${apiUrl}/public/wall`).catch(() => undefined)
	const view: unknown = response?.ok ? await response.json() : undefined
	const courtyards = (view as { courtyards?: { score: number | null }[] } | undefined)?.courtyards ?? []
	return courtyards.filter(({ score }) => score !== null).length > courtyards.length / 2
}
