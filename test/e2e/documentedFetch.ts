import * as z from '../../shared/contract/zod.ts'
import { AnswerCheck, type Described, resolved } from '../doubles/answerCheck.ts'

const Response = z.pipe(
	z.looseObject({}),
	z.transform((one): Described => one),
)
const Document = z.object({
	paths: z.record(z.string(), z.record(z.string(), z.looseObject({ responses: z.record(z.string(), Response) }))),
	components: z.object({ schemas: z.record(z.string(), z.looseObject({})), responses: z.record(z.string(), Response) }),
})
type Served = { document: z.infer<typeof Document>; check: AnswerCheck }

/** The document as each edition serves it, by the address of its API. */
const served = new Map<string, Promise<Served>>()

/** As `fetch`, and throws where the answer is not what the API's own document (`/api/openapi.json`) says. */
export async function documentedFetch(apiUrl: string, path: string, init: RequestInit): Promise<globalThis.Response> {
	const response = await fetch(`${apiUrl}${path}`, init)
	const known = served.get(apiUrl) ?? documentAt(apiUrl)
	served.set(apiUrl, known)
	const { document, check } = await known
	const method = init.method ?? 'GET'
	const address = `/api${path.split('?')[0]}`
	const responses = responsesAt(document, method, address) ?? { default: { $ref: 'Problem' } }
	check.check(`${method} ${address}`, resolved(responses, document.components.responses), {
		status: response.status,
		type: response.headers.get('content-type') ?? '',
		etag: response.headers.has('etag'),
		text: await response.clone().text(),
	})
	return response
}

async function documentAt(apiUrl: string): Promise<Served> {
	const document = Document.parse(await (await fetch(`${apiUrl}/openapi.json`)).json())
	return { document, check: new AnswerCheck(document) }
}

/** Of the addresses that fit, the one with the fewest gaps. */
function responsesAt({ paths }: Served['document'], method: string, address: string) {
	const parts = address.split('/')
	const fitting = Object.keys(paths).filter((template) => {
		const named = template.split('/')
		return named.length === parts.length && named.every((part, i) => part.startsWith('{') || part === parts[i])
	})
	const [best = ''] = fitting.toSorted((a, b) => a.split('{').length - b.split('{').length)
	return paths[best]?.[method.toLowerCase()]?.responses
}
