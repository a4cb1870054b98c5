import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { SiteConfig } from '../../shared/contract/http/site.ts'
import * as z from '../../shared/contract/zod.ts'
import { SiteFolder } from '../adapters/http/siteFolder.ts'
import { environment } from '../adapters/lambda/environment.ts'
import { bucketUrl } from '../adapters/photos/bucketUrl.ts'
import { commonHeaders, fileHeaders, securityHeaders } from './pageHeaders.ts'
import { answerPage } from './site.ts'

const env = environment({
	OIDC_ISSUER: z.url(),
	OIDC_CLIENT_ID: z.string(),
	OIDC_SCOPES: z.string(),
	OIDC_API_TOKEN: SiteConfig.shape.apiToken,
	PHOTO_BUCKET: z.string(),
	PHOTO_HOST: z.string(),
	AWS_ENDPOINT_URL_S3: z.optional(z.url()),
	OIDC_ORIGINS: z.pipe(
		z.string(),
		z.transform((text) => (text === 'none' ? [] : text.split(/\s+/))),
	),
})
const site = new SiteFolder(`${import.meta.dirname}/site`)
const photos = new URL(bucketUrl(env.PHOTO_BUCKET, env.PHOTO_HOST, env.AWS_ENDPOINT_URL_S3)).origin
const security = securityHeaders([new URL(env.OIDC_ISSUER).origin, ...env.OIDC_ORIGINS], photos)
const config: SiteConfig = {
	issuer: env.OIDC_ISSUER,
	clientId: env.OIDC_CLIENT_ID,
	scopes: env.OIDC_SCOPES,
	apiToken: env.OIDC_API_TOKEN,
}

export const handler = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
	const { headers, rawPath } = event
	if (rawPath === '/config.json') {
		const own = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' }
		return { statusCode: 200, headers: { ...commonHeaders, ...own }, body: JSON.stringify(config) }
	}
	const request = { acceptEncoding: headers['accept-encoding'] ?? '', ifNoneMatch: headers['if-none-match'] ?? '' }
	const answer = answerPage(site.files, { path: rawPath, ...request })
	return {
		statusCode: answer.status,
		headers: fileHeaders(answer, security),
		...(answer.status === 304
			? {}
			: { body: site.read(answer.file, answer.encoding).toString('base64'), isBase64Encoded: true }),
	}
}
