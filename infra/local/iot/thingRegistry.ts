import { watch } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { withLock } from '../assembly/withLock.ts'
import { readIfPresent, usingFolder, writeAtomically } from './dataFolder.ts'
import { Thing, ThingName } from './thing.ts'

/**
 * Things on disk, one file each under `<dataDir>/iot/things`. Nothing is kept in memory: a thing that another process
 * writes counts from the next connect on.
 */
export type ThingRegistry = {
	/** Puts a thing in place of the one with its name, whole or not at all. */
	put(thing: Thing): Promise<void>
	/**
	 * Puts what `change` makes of the thing (undefined where there is none), while no other process changes it. Resolves
	 * with what it made; where that is the very same thing, or undefined, nothing is put.
	 */
	update(name: string, change: (thing: Thing | undefined) => Thing | undefined): Promise<Thing | undefined>
	/** Tells the name of each thing that is put or removed from now on, by this process or another. */
	watch(changed: (name: string) => void, failed: (fault: Error) => void): { close(): void }
	/** @returns undefined where there is none. @throws where its file is damaged. */
	get(name: string): Promise<Thing | undefined>
	/** All of them, by name. */
	list(): Promise<Thing[]>
	remove(name: string): Promise<void>
}

/** @throws StartError where the folder cannot be used. */
export const openThingRegistry = (dataDir: string): Promise<ThingRegistry> =>
	usingFolder(dataDir, async () => {
		const folder = join(dataDir, 'iot', 'things')
		await mkdir(folder, { recursive: true })
		const fileOf = (name: string): string => join(folder, `${ThingName.parse(name)}.json`)
		const get = async (name: string): Promise<Thing | undefined> => {
			if (!ThingName.safeParse(name).success) return undefined
			const content = await readIfPresent(fileOf(name))
			if (content === undefined) return undefined
			const thing = Thing.parse(JSON.parse(content))
			// A file system that ignores case finds "Bin-1" for "bin-1"; that is another thing.
			return thing.name === name ? thing : undefined
		}
		const put = async (thing: Thing): Promise<void> => {
			const content = Thing.parse(thing)
			await writeAtomically(fileOf(content.name), `${JSON.stringify(content, null, 2)}\n`)
		}
		return {
			get,
			put,
			update: (name, change) =>
				withLock(`${fileOf(name)}.lock`, async () => {
					const known = await get(name)
					const made = change(known)
					if (made !== undefined && made !== known) await put(made)
					return made
				}),
			watch: (changed, failed) => {
				const watcher = watch(folder, { persistent: false }, (_event, file) => {
					if (file?.endsWith('.json')) changed(file.slice(0, -'.json'.length))
				})
				watcher.on('error', failed)
				return watcher
			},
			list: async () => {
				const names = (await readdir(folder)).filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -5))
				const things = await Promise.all(names.sort().map(get))
				return things.filter((thing) => thing !== undefined)
			},
			remove: (name) => rm(fileOf(name), { force: true }),
		}
	})
