import { type Outcome, tooMany } from '../../../shared/contract/http/outcome.ts'
import { MOST_PHOTOS } from '../../../shared/domain/task/applyAction.ts'
import { shanghaiDay } from '../../../shared/domain/time/shanghai.ts'
import { networkOf } from '../../../shared/domain/wall/network.ts'
import { countWithin, type Limit, nameWithin, secondsLeft } from '../http/countWithin.ts'
import type { Passerby, WallPorts } from './ports.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

type Ports = Pick<WallPorts, 'tally' | 'pseudonym' | 'now'>

/** The name of a network for a day: the address itself is kept nowhere, and tomorrow it has another name. */
export const nameOf = ({ pseudonym }: Pick<Ports, 'pseudonym'>, { address }: Passerby, now: number): string =>
	pseudonym(`wall address ${shanghaiDay(now)} ${networkOf(address)}`)

/** Reports and orders count for the address and for the courtyard. @returns the refusal, if there is one too many */
export function countReport(
	ports: Ports,
	from: Passerby,
	courtyard: string,
	{ perAddress, perCourtyard }: { perAddress: { hour: number; day: number }; perCourtyard: { hour: number } },
): Promise<Outcome | undefined> {
	const who = nameOf(ports, from, ports.now())
	return countWithin(ports, [
		{ name: `report.${who}`, most: perAddress.hour, window: HOUR },
		{ name: `report-day.${who}`, most: perAddress.day, window: DAY },
		{ name: `courtyard.${courtyard}`, most: perCourtyard.hour, window: HOUR },
	])
}

/** Photos for a report: somebody who is not pleased with one takes another. */
const PHOTOS_PER_REPORT = 3

/** Photos for reports count for the address and for the courtyard, as reports do. */
export function countPhoto(
	ports: Ports,
	from: Passerby,
	courtyard: string,
	{ perAddress, perCourtyard }: Parameters<typeof countReport>[3],
): Promise<Outcome | undefined> {
	const who = nameOf(ports, from, ports.now())
	return countWithin(ports, [
		{ name: `photo.${who}`, most: PHOTOS_PER_REPORT * perAddress.hour, window: HOUR },
		{ name: `photo-day.${who}`, most: PHOTOS_PER_REPORT * perAddress.day, window: DAY },
		{ name: `photo-courtyard.${courtyard}`, most: PHOTOS_PER_REPORT * perCourtyard.hour, window: HOUR },
	])
}

/** Photos that are sent with a link count for the link: nobody fills the bucket with one that leaked. */
export const countLinkPhoto = (ports: Ports, link: string): Promise<Outcome | undefined> =>
	countWithin(ports, [{ name: `photo-link.${link}`, most: 3 * MOST_PHOTOS, window: DAY }])

/** Questions count for the address. */
export const countQuestion = (
	ports: Ports,
	from: Passerby,
	{ questionsPerHour }: { questionsPerHour: number },
): Promise<Outcome | undefined> =>
	countWithin(ports, [{ name: `question.${nameOf(ports, from, ports.now())}`, most: questionsPerHour, window: HOUR }])

const wrongCode = (ports: Ports, from: Passerby, most: number): Limit => ({
	name: `wrong-code.${nameOf(ports, from, ports.now())}`,
	most,
	window: HOUR,
})

/** A code that does not exist counts for the address. */
export const countWrongCode = (
	ports: Ports,
	from: Passerby,
	{ wrongCodesPerHour }: { wrongCodesPerHour: number },
): Promise<Outcome | undefined> => countWithin(ports, [wrongCode(ports, from, wrongCodesPerHour)])

/** Whoever tried too many is told nothing more for a while, not even when the next one would be right. */
export async function triesTooMany(
	ports: Ports,
	from: Passerby,
	{ wrongCodesPerHour }: { wrongCodesPerHour: number },
): Promise<Outcome | undefined> {
	const limit = wrongCode(ports, from, wrongCodesPerHour)
	const now = ports.now()
	const tried = await ports.tally.read(nameWithin(limit, now))
	return tried >= limit.most ? tooMany(secondsLeft(limit, now)) : undefined
}
