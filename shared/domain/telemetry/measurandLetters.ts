import { type Measurand, measurands } from '../../contract/telemetry/measurand.ts'

/** The capital letter each measurand has in what is stored: `A` = the first of `measurands`. */
export const letterOf = (name: Measurand): string => letters.get(name) ?? ''

/** Undefined for a letter that no measurand has. */
export const measurandOf = (letter: string): Measurand | undefined => byLetter.get(letter)

const letters = new Map<Measurand, string>(measurands.map((name, i) => [name, String.fromCharCode(65 + i)]))
const byLetter = new Map<string, Measurand>(measurands.map((name, i) => [String.fromCharCode(65 + i), name]))
