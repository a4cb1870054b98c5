import { type Device, type RegistryImport, RegistryView } from '../../../shared/contract/registry/registry.ts'
import * as z from '../../../shared/contract/zod.ts'

/** RFC 9457, or API Gateway's `message`. */
const Problem = z.object({
	title: z.optional(z.string()),
	detail: z.optional(z.string()),
	message: z.optional(z.string()),
	errors: z._default(z.array(z.object({ field: z.string(), message: z.string() })), []),
})

/** Undefined when the registry took it, else why not, in words. */
export const putRegistry = async (
	apiUrl: string,
	token: string,
	content: z.input<typeof RegistryImport>,
): Promise<string | undefined> => {
	const response = await fetch(`${apiUrl}/registry`, {
		method: 'PUT',
		headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
		body: JSON.stringify(content),
	})
	return response.ok ? undefined : problemOf(response)
}

/** Whether the courtyard is in the registry. Throws if the API cannot tell. */
export const courtyardExists = async (apiUrl: string, token: string, id: string): Promise<boolean> => {
	const response = await fetch(`${apiUrl}/courtyards/${encodeURIComponent(id)}`, {
		headers: { authorization: `Bearer ${token}` },
	})
	if (response.ok || response.status === 404) return response.ok
	throw new Error(`The API does not tell about courtyard ${id}: ${await problemOf(response)}`)
}

/** The registry's entry of a device, or undefined where it has none. Throws if the API cannot tell. */
export const knownDevice = async (apiUrl: string, token: string, id: string): Promise<Device | undefined> => {
	const response = await fetch(`${apiUrl}/registry`, { headers: { authorization: `Bearer ${token}` } })
	if (!response.ok) throw new Error(`The API does not tell what is registered: ${await problemOf(response)}`)
	return RegistryView.parse(await response.json()).devices.find((device) => device.id === id)
}

const problemOf = async (response: Response): Promise<string> => {
	const text = await response.text()
	const parsed = z.pipe(z.pipe(z.string(), z.transform(asJson)), Problem).safeParse(text)
	if (!parsed.success) return `${response.status} ${text}`
	const { title, detail, message, errors } = parsed.data
	if (errors.length > 0) return errors.map((error) => `${error.field}: ${error.message}`).join('; ')
	return [title, detail, message].filter((part) => part !== undefined).join(': ') || `status ${response.status}`
}

const asJson = (text: string): unknown => {
	try {
		return JSON.parse(text)
	} catch {
		return undefined
	}
}
