import * as z from '../zod.ts'

/** `site.json`, written by the build beside the pages: every file that may be served, and nothing else may. */
export const SiteFile = z.object({
	/** Path on the site, `/desk/index.html`. */
	path: z.string().check(z.startsWith('/')),
	type: z.string(),
	/** Of the content, without quotes. */
	tag: z.string(),
	/** Its name changes with its content, so it may be kept for ever. */
	isHashed: z.boolean(),
	/** Ways in which it also lies there compressed: `<path>.br`, `<path>.gz`. */
	encodings: z.array(z.enum(['br', 'gzip'])),
})
export type SiteFile = z.infer<typeof SiteFile>

export const SiteIndex = z.object({ files: z.array(SiteFile) })
export type SiteIndex = z.infer<typeof SiteIndex>

/** `/config.json`: what the pages must know of the deployment before anybody signs in. */
export const SiteConfig = z.object({
	issuer: z.url(),
	clientId: z.string(),
	scopes: z.string(),
	/** Which of the issuer's tokens the API takes. */
	apiToken: z.enum(['access_token', 'id_token']),
})
export type SiteConfig = z.infer<typeof SiteConfig>
