import type { RegistryImported } from '../../../../shared/contract/registry/registry.ts'
import { api } from '../../../data/api.ts'
import type { Put } from './sheet/settle.ts'

/** Puts entries into the registry, or with `check` asks whether it would take them. */
export const putRegistry: Put = (body, { check }) =>
	api<RegistryImported>(`/api/registry${check ? '?check=true' : ''}`, { method: 'PUT', body })
