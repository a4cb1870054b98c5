import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** What the ingest function has logged on a data folder, bytes; each line has its time before it, which CloudWatch keeps apart. */
export async function ingestLogBytes(dataFolder: string): Promise<number> {
	const folder = join(dataFolder, 'logs')
	const own = (await readdir(folder)).filter((name) => /ingest/i.test(name))
	const sizes = await Promise.all(own.map(async (name) => (await stat(join(folder, name))).size))
	return sizes.reduce((sum, size) => sum + size, 0)
}
