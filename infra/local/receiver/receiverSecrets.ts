import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import * as z from '../../../shared/contract/zod.ts'
import { readIfPresent, usingFolder, writeAtomically } from '../iot/dataFolder.ts'

/** Names under which a channel to the local receiver finds its secret. */
export const receiverSecretNames = {
	webhook: '/green-courtyard/channels/local-webhook',
	wecom: '/green-courtyard/channels/local-wecom',
} as const

export type ReceiverSecrets = Readonly<Record<keyof typeof receiverSecretNames, string>>

/** The secrets of the local receiver, in `<data>/secrets.json` beside those that people put there; made once. */
export const receiverSecrets = (dataFolder: string): Promise<ReceiverSecrets> =>
	usingFolder(dataFolder, async () => {
		const file = join(dataFolder, 'secrets.json')
		const known = z.record(z.string(), z.string()).parse(JSON.parse((await readIfPresent(file)) ?? '{}'))
		const secretOf = (name: string): string => known[name] ?? randomBytes(24).toString('base64url')
		const secrets = {
			webhook: secretOf(receiverSecretNames.webhook),
			wecom: secretOf(receiverSecretNames.wecom),
		}
		const all = {
			...known,
			[receiverSecretNames.webhook]: secrets.webhook,
			[receiverSecretNames.wecom]: secrets.wecom,
		}
		if (Object.keys(all).length > Object.keys(known).length)
			await writeAtomically(file, `${JSON.stringify(all, null, 2)}\n`, 0o600)
		return secrets
	})
