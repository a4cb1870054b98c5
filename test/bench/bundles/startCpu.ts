import { execFile } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

export type Startable = {
	readonly name: string
	readonly file: string
	readonly environment: Readonly<Record<string, string>>
}

/**
 * CPU time of a new process until the module of its handler is loaded, milliseconds: Node.js itself included.
 * @param event with one: until its handler has answered it
 */
export async function startCpuMs({ file, environment }: Startable, event?: object): Promise<number> {
	const asked = event ? `await handler(${JSON.stringify(event)}, { getRemainingTimeInMillis: () => 60000 })` : ''
	const script = `const { handler } = await import(${JSON.stringify(pathToFileURL(file).href)})
		${asked}
		const { user, system } = process.cpuUsage()
		process.stderr.write(String((user + system) / 1000), () => process.exit(0))`
	const args = ['--input-type=module', '--disable-warning=ExperimentalWarning', '--eval', script]
	const env = { PATH: process.env.PATH ?? '', AWS_REGION: 'us-east-1', ...environment }
	const { stderr } = await promisify(execFile)(process.execPath, args, { env })
	return Number(stderr.split('\n').at(-1))
}
