import { execFile, spawnSync } from 'node:child_process'
import { delimiter } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url))

/** The environment of a person's terminal: without what npm and the test runner have put into ours. */
export const terminalEnvironment = (): NodeJS.ProcessEnv => {
	const own = Object.entries(process.env).filter(([name]) => !/^(npm_|VITEST|NODE_OPTIONS|NODE_ENV|TEST$)/i.test(name))
	const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'))
	return { ...Object.fromEntries(own), PATH: folders.join(delimiter) }
}

export type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string }

/** Runs a command to its end, in the project's folder as a person would; an exit code other than 0 is an answer too. */
export const run = (command: string, args: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<Ended> =>
	new Promise((resolve) => {
		const options = {
			cwd: projectRoot,
			env: { ...terminalEnvironment(), ...more },
			maxBuffer: 64 * 1024 * 1024,
			timeout: 60_000,
		}
		execFile(command, [...args], options, (cause, stdout, stderr) => {
			const code = cause === null ? 0 : typeof cause.code === 'number' ? cause.code : 1
			resolve({ code, stdout, stderr })
		})
	})

/** As `run`; throws what the command said if it fails. */
export const mustRun = async (command: string, args: readonly string[], more: NodeJS.ProcessEnv = {}) => {
	const { code, stdout, stderr } = await run(command, args, more)
	if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}: ${stdout}${stderr}`)
	return stdout
}

/** Whether a client that we did not write is here to test with; says so once where it is not. */
export const isInstalled = (command: string, remedy: string): boolean => {
	const found = spawnSync(command, ['--version']).error === undefined
	if (!found) console.warn(`skipped: ${command} is not installed (${remedy})`)
	return found
}
