import { Id } from '../../contract/registry/registry.ts'
import { CONTACT_MS } from '../wall/contactKey.ts'

/**
 * What the key of a photo says. Only the API lets anybody put something under a key, so a picture that is there was sent
 * by the owner that the key names, for that courtyard.
 */
export type PhotoName = {
	/** `evidence` belongs to a task and stays as long; `resident` came with a report and is personal data. */
	kind: 'evidence' | 'resident'
	courtyard: string
	/** Milliseconds since 1970. */
	issuedAt: number
	/** A pseudonym of whoever may attach it, and to what. */
	owner: string
	/** What nobody can guess. */
	unique: string
}

const letters = { e: 'evidence', r: 'resident' } as const
const KEY = /^([er])\.([A-Za-z0-9_-]{1,64})\.([0-9a-z]{1,9})\.([A-Za-z0-9_-]{16})\.([A-Za-z0-9_-]{22})$/

export const photoKey = ({ kind, courtyard, issuedAt, owner, unique }: PhotoName): string =>
	`${kind === 'evidence' ? 'e' : 'r'}.${courtyard}.${issuedAt.toString(36)}.${owner}.${unique}`

/** Undefined where the text is not the key of a photo. */
export function readPhotoKey(key: string): PhotoName | undefined {
	const [, letter, courtyard, issued, owner, unique] = KEY.exec(key) ?? []
	if (letter !== 'e' && letter !== 'r') return undefined
	if (issued === undefined || owner === undefined || unique === undefined || !Id.safeParse(courtyard).success)
		return undefined
	return { kind: letters[letter], courtyard: courtyard ?? '', issuedAt: Number.parseInt(issued, 36), owner, unique }
}

/** A resident's photo is forgotten as the rest of what is known of its sender. The days run from before the report. */
export const isForgotten = (key: string, now: number): boolean => {
	const name = readPhotoKey(key)
	return name?.kind === 'resident' && name.issuedAt + CONTACT_MS <= now
}
