import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type SiteFile, SiteIndex } from '../../../shared/contract/http/site.ts'

const endings = { br: '.br', gzip: '.gz', identity: '' } as const

/** The built pages in a function's bundle. Only what their index names can be read. */
export class SiteFolder {
	readonly files: ReadonlyMap<string, SiteFile>
	readonly #folder: string

	/** Throws if the folder has no valid `site.json`. */
	constructor(folder: string) {
		this.#folder = folder
		const { files } = SiteIndex.parse(JSON.parse(readFileSync(join(folder, 'site.json'), 'utf8')))
		this.files = new Map(files.map((file) => [file.path, file]))
	}

	read({ path }: SiteFile, encoding: keyof typeof endings): Buffer {
		return readFileSync(join(this.#folder, path + endings[encoding]))
	}
}
