import type { RegistryImport } from '../../shared/contract/registry/registry.ts'

/** Puts the township into the registry of the running edition. Throws with the answer when it is refused. */
export const register = async (apiUrl: string, token: string, registry: RegistryImport): Promise<void> => {
	const response = await fetch(`${apiUrl.replace(/\/$/, '')}/registry`, {
		method: 'PUT',
		headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
		body: JSON.stringify(registry),
		signal: AbortSignal.timeout(30_000),
	})
	const answer = await response.text()
	if (!response.ok) throw new Error(`the registry was refused (${response.status}): ${answer.slice(0, 500)}`)
}
