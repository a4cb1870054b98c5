import type { IncomingMessage } from 'node:http'
import { AwsError, readBody, requireSignature } from '../awsRequest.ts'
import { readJson } from '../jsonPayload.ts'
import { ThingName } from '../thing.ts'
import { isRefusal } from './shadowDocument.ts'
import type { ShadowAnswer, Shadows, ShadowVerb } from './shadows.ts'

const path = /^\/things\/([^/]+)\/shadow$/
const verbs: Readonly<Record<string, ShadowVerb>> = { GET: 'get', POST: 'update', DELETE: 'delete' }
const codes: Readonly<Record<number, string>> = {
	404: 'ResourceNotFoundException',
	409: 'ConflictException',
	413: 'RequestEntityTooLargeException',
}

/** Whether the request is for a shadow of a name: `/things/{thing}/shadow?name={name}`. */
export const isShadowRequest = (url: URL): boolean => path.test(url.pathname) && url.searchParams.has('name')

/**
 * GetThingShadow, UpdateThingShadow and DeleteThingShadow, of a named shadow.
 * @throws AwsError where AWS IoT refuses
 */
export const answerShadowRequest = async (
	request: IncomingMessage,
	url: URL,
	shadows: Shadows,
	maxBytes: number,
): Promise<ShadowAnswer> => {
	requireSignature(request)
	const [, encoded = ''] = path.exec(url.pathname) ?? []
	const thing = ThingName.safeParse(encoded)
	if (!thing.success) throw new AwsError(400, 'InvalidRequestException', 'That cannot be the name of a thing.')
	const verb = Object.hasOwn(verbs, request.method ?? '') ? verbs[request.method ?? ''] : undefined
	if (verb === undefined)
		throw new AwsError(405, 'MethodNotAllowedException', `${request.method} is not supported for a shadow.`)
	const body = verb === 'update' ? readJson(await readBody(request, maxBytes)) : {}
	const answered = await shadows.ask(verb, thing.data, url.searchParams.get('name') ?? '', body)
	const { answer } = answered
	if (isRefusal(answer))
		throw new AwsError(answer.code, codes[answer.code] ?? 'InvalidRequestException', answer.message)
	return answered
}
