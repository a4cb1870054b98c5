import type { Profile } from '../../contract/profile/profile.ts'
import type { Correction, Generation } from '../../contract/ranking/ranking.ts'
import type { GenerationContent } from '../../ports/rankings.ts'
import { hashedText } from './entry.ts'

/** SHA-256 of a text in UTF-8, hexadecimal. */
export type Digest = (text: string) => string

/**
 * Describes a computation. Its id follows from all that is kept under it, so the same findings have the same name whoever
 * computes them, and a name never stands for two contents.
 */
export function describeGeneration(
	rules: Profile,
	{ entries, corrections, quality }: GenerationContent,
	digest: Digest,
	generatedAt: number,
): Generation {
	const hash = digest(hashedText(entries.map(({ text }) => text)))
	const rows = entries.map(({ entry }) => entry.row)
	const onList = (list: string): number =>
		rows.filter((row) => row.is === 'ranked' && row.listing?.list === list).length
	return {
		id: digest(`${hash}\n${JSON.stringify([corrections, quality])}`).slice(0, 16),
		hash,
		profile: `${rules.id}@${rules.version}`,
		weights: rules.ranking.weights,
		townships: [...new Set(rows.map(({ township }) => township))].sort(),
		counts: {
			ranked: rows.filter(({ is }) => is === 'ranked').length,
			unranked: rows.filter(({ is }) => is === 'unranked').length,
			red: onList('red'),
			black: onList('black'),
			corrections: corrections.length,
		},
		generatedAt,
	}
}

/** Of a draft that is itself what was published last, nothing is to be corrected. */
export const openCorrections = (corrections: readonly Correction[], latest: number | undefined): Correction[] =>
	corrections.filter(({ revision }) => revision === latest)
