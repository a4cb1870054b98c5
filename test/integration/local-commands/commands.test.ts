import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLocalIssuer, rememberIssuerUrl } from '../../../infra/local/issuer/localIssuer.ts'

const launcher = fileURLToPath(new URL('../../../infra/local/launch.mjs', import.meta.url))
let data: string
beforeAll(async () => {
	data = await mkdtemp(join(tmpdir(), 'commands-'))
})
afterAll(() => rm(data, { recursive: true }))

const run = (...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> =>
	new Promise((resolve) => {
		execFile(process.execPath, [launcher, ...args], (cause, stdout, stderr) =>
			resolve({ code: cause === null ? 0 : Number(cause.code), stdout, stderr }),
		)
	})

describe('the token command', () => {
	it('prints a token for twelve hours and nothing else', async () => {
		const { code, stdout, stderr } = await run(
			'cli/token.ts',
			'--role',
			'head',
			'--courtyard',
			'a',
			'--courtyard',
			'b',
			'--data',
			data,
		)
		expect([code, stderr]).toEqual([0, ''])
		const { iat = 0, exp, ...claims } = decodeJwt(stdout.trim())
		expect(exp).toBe(iat + 12 * 3600)
		expect(claims).toEqual({
			iss: 'http://127.0.0.1:8080/local-issuer',
			aud: 'green-courtyard',
			sub: 'head',
			name: 'head',
			role: 'head',
			courtyards: 'a b',
		})
	})

	it('speaks for the issuer of the edition that last ran on the folder, with its key', async () => {
		const own = await mkdtemp(join(tmpdir(), 'commands-'))
		const issuer = await openLocalIssuer(own, 'http://127.0.0.1:9999/local-issuer')
		await rememberIssuerUrl(own, issuer.url)
		const { stdout } = await run('cli/token.ts', '--role', 'staff', '--person', '李主任', '--data', own)
		expect(decodeJwt(stdout.trim())).toMatchObject({ iss: issuer.url, name: '李主任', role: 'staff' })
		await rm(own, { recursive: true })
	})

	it.each([
		[['--role', 'chief'], '--role must be admin, staff, village or head, not "chief".'],
		[[], '--role is missing.'],
		[['--role', 'head'], 'A head has a courtyard: name it with --courtyard <id>.'],
		[['--rolle', 'staff'], "Unknown option '--rolle'"],
	])('with %j says what is wrong and how it is used', async (args, message) => {
		const { code, stdout, stderr } = await run('cli/token.ts', ...args)
		expect([code, stdout]).toEqual([2, ''])
		expect(stderr).toContain(message)
		expect(stderr).toContain('npm run -s token -- --role staff')
	})
})

describe('the device command', () => {
	it('asks for npm start when no edition runs', async () => {
		const { code, stderr } = await run(
			'cli/device.ts',
			'add',
			'--id',
			'a',
			'--kind',
			'toilet',
			'--courtyard',
			'c',
			'--data',
			data,
		)
		expect(code).toBe(1)
		expect(stderr).toContain('Run `npm start` first')
	})

	it.each([
		['rotate', 'Missing: --id.'],
		['revoke', 'Missing: --id.'],
		['certificate', 'Missing: --id.'],
		['allow', 'Missing: --serial.'],
		['toString', 'There is no command "toString".'],
	])('%s without what it needs says so', async (command, message) => {
		const { code, stderr } = await run('cli/device.ts', command, '--data', data)
		expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
	})

	it('revokes and rotates nothing that does not exist', async () => {
		for (const command of ['rotate', 'revoke']) {
			const { code, stderr } = await run('cli/device.ts', command, '--id', 'nobody', '--data', data)
			expect([code, stderr]).toEqual([1, expect.stringContaining('No thing is called nobody.')])
		}
	})

	it('names what is missing or wrong', async () => {
		expect((await run('cli/device.ts', 'add', '--id', 'a')).stderr).toContain('Missing: --kind, --courtyard.')
		const { code, stderr } = await run('cli/device.ts', 'add', '--id', 'a b', '--kind', 'toilet', '--courtyard', 'c')
		expect(code).toBe(2)
		expect(stderr).toContain('an id has 1 to 64 letters')
	})
})

describe('npm start', () => {
	it('tells of a taken port and how to choose another, without a stack', async () => {
		const server = createServer()
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
		const address = server.address()
		const taken = address !== null && typeof address === 'object' ? String(address.port) : ''
		const { code, stderr } = await run('main.ts', '--port', taken, '--mqtt-port', '0', '--data', data, '--empty')
		server.close()
		expect(code).toBe(1)
		expect(stderr).toBe(
			`Port ${taken} on 127.0.0.1 is taken by another program.\nEnd that program, or choose another port with --port <number> (1024 or more).\n`,
		)
	})

	it('explains its options', async () => {
		expect((await run('main.ts', '--help')).stdout).toContain('--history-days')
		expect((await run('main.ts', '--port', 'many')).code).toBe(2)
	})
})
