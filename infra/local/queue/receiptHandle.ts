import { randomUUID } from 'node:crypto'

/** What a receipt handle names: a row, and the receive that it belongs to. */
export type Receipt = { readonly sequence: number; readonly token: string }

export const newReceipt = (sequence: number): Receipt => ({ sequence, token: randomUUID() })

export const encodeReceipt = ({ sequence, token }: Receipt): string =>
	Buffer.from(`${sequence}.${token}`, 'utf8').toString('base64url')

/** Undefined when the text is not one of our handles. */
export const decodeReceipt = (handle: string): Receipt | undefined => {
	const match = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(Buffer.from(handle, 'base64url').toString('utf8'))
	const [, sequence, token] = match ?? []
	return sequence === undefined || token === undefined ? undefined : { sequence: Number(sequence), token }
}
