import { execFile, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { RegistryImport } from '../../../shared/contract/registry/registry.ts'
import { openCertificateAuthority } from '../iot/certificateAuthority.ts'
import { openThingRegistry } from '../iot/thingRegistry.ts'
import { openLocalIssuer } from '../issuer/localIssuer.ts'
import { provisionDevice } from '../provisionDevice.ts'
import type { Edition } from './startEdition.ts'

/** The demo township is a program that knows the edition only from outside, as any fleet of devices does. */
const program = fileURLToPath(new URL('../../../devices/demo/main.ts', import.meta.url))
const patienceMs = 2500

export interface Demo {
	/** A courtyard of the township, for examples. */
	readonly courtyard: string
	/** Resolves with the exit code when the program ends by itself. */
	readonly ended: Promise<number | null>
	close(): Promise<void>
}

/** Issues the certificates of the demo township's devices and starts its program. Its output goes to ours. */
export const startDemo = async (edition: Edition, historyDays: number): Promise<Demo> => {
	const { dataFolder, running } = edition
	const courtyard = await provisionTownship(edition)
	const issuer = await openLocalIssuer(dataFolder, running.issuer)
	const person = { id: 'demo', name: '演示程序', role: 'admin', courtyards: [] } as const
	const child = spawn(
		process.execPath,
		[
			program,
			'run',
			...['--running', join(dataFolder, 'running.json')],
			...['--devices', join(dataFolder, 'devices')],
			...['--state', join(dataFolder, 'demo-state.json')],
			...['--history-days', String(historyDays)],
		],
		{
			stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
			env: { ...process.env, GREEN_COURTYARD_TOKEN: await issuer.token(person, Date.now()) },
		},
	)
	child.on('message', (message) => {
		if (message === 'history-sent') void edition.scoreArrived()
	})
	const ended = new Promise<number | null>((resolve) => {
		child.once('exit', resolve)
		child.once('error', () => resolve(null))
	})
	return {
		courtyard,
		ended,
		close: async () => {
			child.kill('SIGTERM')
			const late = new AbortController()
			const killed = setTimeout(patienceMs, undefined, { signal: late.signal }).then(
				() => child.kill('SIGKILL'),
				() => undefined,
			)
			await Promise.race([ended, killed])
			late.abort()
		},
	}
}

const provisionTownship = async ({ dataFolder, running }: Edition): Promise<string> => {
	const { stdout } = await promisify(execFile)(process.execPath, [program, 'registry'], { maxBuffer: 16 * 1024 * 1024 })
	const { courtyards, devices } = RegistryImport.parse(JSON.parse(stdout))
	const provisioner = {
		dataFolder,
		authority: await openCertificateAuthority(dataFolder),
		things: await openThingRegistry(dataFolder),
		policies: running.policies,
	}
	await Promise.all(devices.map((device) => provisionDevice(provisioner, device)))
	return courtyards[0]?.id ?? 'my-courtyard'
}
