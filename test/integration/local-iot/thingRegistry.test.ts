import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Thing } from '../../../infra/local/iot/thing.ts'
import { openThingRegistry } from '../../../infra/local/iot/thingRegistry.ts'

let dataDir: string
beforeEach(async () => {
	dataDir = await mkdtemp(join(tmpdir(), 'local-things-'))
})
afterEach(() => rm(dataDir, { recursive: true }))

const bin: Thing = {
	name: 'bin-1',
	attributes: { courtyard: 'c-1' },
	certificates: [{ id: 'a'.repeat(64), status: 'ACTIVE' }],
	policies: ['DevicePolicy'],
}

it('a thing that another registry on the same folder puts is there at once', async () => {
	const [here, there] = [await openThingRegistry(dataDir), await openThingRegistry(dataDir)]
	expect(await here.get('bin-1')).toBeUndefined()
	await there.put(bin)
	expect(await here.get('bin-1')).toEqual(bin)
	await there.put({ ...bin, name: 'bin-0' })
	expect((await here.list()).map(({ name }) => name)).toEqual(['bin-0', 'bin-1'])
	await there.remove('bin-1')
	expect(await here.get('bin-1')).toBeUndefined()
})

it('a reader never sees half a thing', async () => {
	const things = await openThingRegistry(dataDir)
	const large = (value: string): Thing => ({ ...bin, attributes: { courtyard: value.repeat(800) } })
	await things.put(large('a'))
	const writing = (async () => {
		for (let count = 0; count < 50; count += 1) await things.put(large(count % 2 ? 'a' : 'b'))
	})()
	for (let count = 0; count < 200; count += 1) expect(await things.get('bin-1')).toMatchObject({ name: 'bin-1' })
	await writing
	expect(await readdir(join(dataDir, 'iot', 'things'))).toEqual(['bin-1.json'])
})

it('a name that is a path finds nothing and puts nothing', async () => {
	const things = await openThingRegistry(dataDir)
	await writeFile(join(dataDir, 'iot', 'outside.json'), JSON.stringify({ ...bin, name: 'outside' }))
	expect(await things.get('../outside')).toBeUndefined()
	await expect(things.put({ ...bin, name: '../outside' })).rejects.toThrow()
})

it('a damaged file is a fault, not an absent thing', async () => {
	const things = await openThingRegistry(dataDir)
	await writeFile(join(dataDir, 'iot', 'things', 'bin-1.json'), '{"name":"bin-1"')
	await expect(things.get('bin-1')).rejects.toThrow()
	await writeFile(join(dataDir, 'iot', 'things', 'bin-2.json'), JSON.stringify({ ...bin, name: 'bin-1' }))
	expect(await things.get('bin-2')).toBeUndefined()
})
