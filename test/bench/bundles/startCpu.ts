import { execFile } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

export type Startable = {
	readonly name: string
	readonly file: string
	readonly environment: Readonly<Record<string, string>>
}

/** CPU time of a new process until the module of its handler is loaded, milliseconds: Node.js itself included. */
export async function startCpuMs({ file, environment }: Startable): Promise<number> {
	const script = `await import(${JSON.stringify(pathToFileURL(file).href)})
		const { user, system } = process.cpuUsage()
		process.stdout.write(String((user + system) / 1000), () => process.exit(0))`
	const args = ['--input-type=module', '--disable-warning=ExperimentalWarning', '--eval', script]
	const env = { PATH: process.env.PATH ?? '', AWS_REGION: 'us-east-1', ...environment }
	const { stdout } = await promisify(execFile)(process.execPath, args, { env })
	return Number(stdout)
}
