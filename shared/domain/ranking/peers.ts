import type { Courtyard } from '../../contract/registry/registry.ts'

type Words = { zh: string; en: string }

export const kindWords: Readonly<Record<Courtyard['kind'], Words>> = {
	'natural-village': { zh: '自然村院落', en: 'natural-village courtyards' },
	concentric: { zh: '同心圆院落', en: 'concentric courtyards' },
	settlement: { zh: '聚居点院落', en: 'settlement courtyards' },
}

/** Courtyards that can fairly be compared: the same kind, and about as many households. */
export type PeerGroup = { key: string; name: Words }

/** @param sizeClasses upper ends, in households, rising; larger ones are the last class */
export function peerGroup(
	{ kind, households }: Pick<Courtyard, 'kind' | 'households'>,
	sizeClasses: readonly number[],
): PeerGroup {
	const found = sizeClasses.findIndex((end) => households <= end)
	const index = found < 0 ? sizeClasses.length : found
	const size = sizeWords(sizeClasses[index - 1], sizeClasses[index])
	const { zh, en } = kindWords[kind]
	return { key: `${kind}/${index}`, name: { zh: `${zh}，${size.zh}`, en: `${en}, ${size.en}` } }
}

function sizeWords(above: number | undefined, upTo: number | undefined): Words {
	if (above === undefined && upTo === undefined) return { zh: '不分规模', en: 'of any size' }
	if (above === undefined) return { zh: `${upTo} 户及以下`, en: `up to ${upTo} households` }
	if (upTo === undefined) return { zh: `${above + 1} 户及以上`, en: `${above + 1} households and more` }
	return { zh: `${above + 1}-${upTo} 户`, en: `${above + 1} to ${upTo} households` }
}
