import type { Doubt, Excuse } from '../../contract/score/score.ts'

/** What stands in stored days for a name: a digit never comes to mean anything else, whatever the order of names elsewhere. */
const excuses: Readonly<Record<Excuse, string>> = {
	'out-of-service': '0',
	outage: '1',
	'sensor-fault': '2',
	appeal: '3',
}
const doubts: Readonly<Record<Doubt, string>> = { 'coverage-drop': '0', 'flat-line': '1', moved: '2' }

export const excuseDigit = (excuse: Excuse): string => excuses[excuse]
export const doubtDigit = (doubt: Doubt): string => doubts[doubt]

/** @throws when no excuse has this digit */
export const excuseOf = (digit: string): Excuse => nameOf(excuses, digit)

/** @throws when no doubt has this digit */
export const doubtOf = (digit: string): Doubt => nameOf(doubts, digit)

function nameOf<Name extends string>(digits: Readonly<Record<Name, string>>, digit: string): Name {
	for (const name in digits) if (digits[name] === digit) return name
	throw new Error(`no digit of a stored day: ${digit}`)
}
