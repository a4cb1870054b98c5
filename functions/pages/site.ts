import { contentEncoding } from '../../shared/contract/http/contentEncoding.ts'
import type { SiteFile } from '../../shared/contract/http/site.ts'

/** A request for a page, as far as it matters. */
export interface PageRequest {
	readonly path: string
	readonly acceptEncoding: string
	/** `If-None-Match` as it came. */
	readonly ifNoneMatch: string
}

/** What to send: a file in one of its forms, nothing because the reader has it already, or the page for a lost reader. */
export interface PageAnswer {
	readonly status: 200 | 304 | 404
	readonly file: SiteFile
	readonly encoding: SiteFile['encodings'][number] | 'identity'
}

/**
 * Which file answers. An address inside an entry (`/desk/courtyards/lijia`) is that entry's page, which reads the address
 * itself; an address that looks like a file is that file or nothing. Throws if the site has no `/404.html`.
 */
export const answerPage = (files: ReadonlyMap<string, SiteFile>, request: PageRequest): PageAnswer => {
	const found = fileFor(files, request.path)
	const file = found ?? files.get('/404.html')
	if (file === undefined) throw new Error('the site has no page for addresses that are not there')
	const encoding = contentEncoding(file.encodings, request.acceptEncoding)
	if (found === undefined) return { status: 404, file, encoding }
	return { status: isKnown(request.ifNoneMatch, file) ? 304 : 200, file, encoding }
}

/** The name of a task has points as well (`bin-1.fill-high.mwekwcmg`), and after the last more than an extension has. */
const fileName = /\.[a-z0-9]{1,5}$/i

const fileFor = (files: ReadonlyMap<string, SiteFile>, path: string): SiteFile | undefined => {
	const exact = files.get(path)
	if (exact !== undefined) return exact
	const [, entry = '', ...rest] = path.split('/')
	if (fileName.test(rest.at(-1) ?? '')) return undefined
	return files.get(entry === '' && rest.length === 0 ? '/index.html' : `/${entry}/index.html`)
}

/** The forms of one file carry one tag each, told apart by their ending; to the reader they are the same. */
const isKnown = (ifNoneMatch: string, { tag, encodings }: SiteFile): boolean => {
	const tags = [tag, ...encodings.map((encoding) => `${tag}-${encoding}`)].map((value) => `"${value}"`)
	return ifNoneMatch.split(',').some((value) => tags.includes(value.trim().replace(/^W\//, '')))
}
