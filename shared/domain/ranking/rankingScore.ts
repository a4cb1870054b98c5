import type { Profile } from '../../contract/profile/profile.ts'
import { type PartResults, RankingPart } from '../../contract/ranking/ranking.ts'
import { toHundredths } from '../score/round.ts'

type Words = { zh: string; en: string }

/** What is known of each part, unrounded; null with the reason where there is none. */
export type PartInputs = Record<RankingPart, { score: number } | { score: null; why: Words }>

/**
 * The parts as they are shown, with their shares. An absent part gives its share to the others in proportion; the shares
 * of those that are there sum to 1.
 */
export function partResults(weights: Profile['ranking']['weights'], inputs: PartInputs): PartResults {
	const present = RankingPart.options.filter((part) => inputs[part].score !== null)
	const all = present.reduce((sum, part) => sum + weights[part], 0)
	const resultOf = (part: RankingPart) => {
		const input = inputs[part]
		return input.score === null
			? { score: null, share: 0, why: input.why }
			: { score: toHundredths(input.score), share: all === 0 ? 0 : weights[part] / all }
	}
	return {
		environment: resultOf('environment'),
		inspection: resultOf('inspection'),
		response: resultOf('response'),
	}
}

/**
 * Month ranking score = 60 % environment + 30 % inspection + 10 % response by default (domain section 6), from the parts
 * as they are shown, with two decimals, half up: whoever has the table and a pocket calculator gets the same.
 * @returns null where no part is there
 */
export function rankingScore(parts: PartResults): number | null {
	const present = RankingPart.options.flatMap((part) => {
		const { score, share } = parts[part]
		return score === null ? [] : score * share
	})
	return present.length === 0 ? null : toHundredths(present.reduce((a, b) => a + b, 0))
}
