import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join, relative } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { SiteFile, SiteIndex } from '../../shared/contract/http/site.ts'

const types: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.svg': 'image/svg+xml; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.webmanifest': 'application/manifest+json; charset=utf-8',
	'.txt': 'text/plain; charset=utf-8',
	'.png': 'image/png',
	'.jpg': 'image/jpeg',
	'.ico': 'image/x-icon',
}
const textual = /^(text\/|application\/|image\/svg)/

/**
 * Writes `site.json` and, beside each text of the folder, its compressed forms: once at the build with the best
 * compression there is, so that no request pays for it. Throws naming a file whose type is not known.
 */
export const indexSite = (folder: string): void => {
	const names = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name) && entry.name !== 'site.json')
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)))
		.sort()
	const index: SiteIndex = { files: names.map((name) => indexed(folder, name)) }
	writeFileSync(join(folder, 'site.json'), JSON.stringify(index))
}

const indexed = (folder: string, name: string): SiteFile => {
	const file = join(folder, name)
	const type = types[extname(name)]
	if (type === undefined) throw new Error(`${name}: no content type is known for ${extname(name)}`)
	const content = readFileSync(file)
	const encodings: SiteFile['encodings'] = []
	if (textual.test(type)) {
		const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
		writeFileSync(`${file}.br`, brotliCompressSync(content, { params: quality }))
		writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
		encodings.push('br', 'gzip')
	}
	return {
		path: `/${name.replaceAll('\\', '/')}`,
		type,
		tag: createHash('sha256').update(content).digest('base64url').slice(0, 22),
		isHashed: /^assets[\\/].+-[\w-]{8}\.\w+$/.test(name),
		encodings,
	}
}
