import type { RegistryView } from '../../../../shared/contract/registry/registry.ts'
import { api } from '../../../data/api.ts'
import type { Failure } from '../../../data/request.ts'
import { putRegistry } from './putRegistry.ts'
import type { Sheet } from './sheet/column.ts'
import { decodeText, type Encoding } from './sheet/decodeText.ts'
import { type Plan, planOf } from './sheet/plan.ts'
import { settled } from './sheet/settle.ts'

export type Reading =
	| { readonly is: 'read'; readonly file: string; readonly encoding: Encoding; readonly plan: Plan }
	| { readonly is: 'unreadable' }
	| { readonly is: 'failed'; readonly failure: Failure }

/** What a file would do to the registry as it is at this moment. */
export const readFile = async (sheet: Sheet, file: File): Promise<Reading> => {
	let bytes: Uint8Array
	try {
		bytes = new Uint8Array(await file.arrayBuffer())
	} catch {
		return { is: 'unreadable' }
	}
	const { text, encoding } = decodeText(bytes)
	const answer = await api<RegistryView>('/api/registry')
	if (answer.is === 'offline' || answer.is === 'refused') return { is: 'failed', failure: answer }
	if (answer.is === 'unchanged') return { is: 'unreadable' }
	const plan = await settled(sheet, planOf(sheet, text, answer.value), putRegistry)
	return 'is' in plan ? { is: 'failed', failure: plan } : { is: 'read', file: file.name, encoding, plan }
}
