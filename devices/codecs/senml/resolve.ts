import type { Fault } from '../../../shared/contract/telemetry/reading.ts'
import { isObject, shown } from '../outcome.ts'
import { isLabel, type SenmlRecord, sortOf } from './labels.ts'

/** A record that stands for itself: full name, no base fields, absolute time in seconds since 1970. */
export type Resolved = Pick<SenmlRecord, 'u' | 'v' | 'vs' | 'vb' | 'vd' | 's' | 'ut' | 'bver'> & {
	n: string
	t: number
}

export type ResolvedPack = { records: { index: number; record: Resolved }[]; faults: Fault[]; unknownKeys: string[] }

/** Times below this are relative to now (RFC 8428, 4.5.3). */
const ABSOLUTE_FROM = 2 ** 28
/** What is assumed where a pack names none; written out only where it is another. */
const VERSION = 10
/** 10 and lower, and 10 with the feature "secondary units" (RFC 9100, RFC 8798). */
const understood = (version: number): boolean =>
	Number.isInteger(version) && version > 0 && (version <= VERSION || version === VERSION + 2 ** 4)
const NAME = /^[A-Za-z0-9][A-Za-z0-9\-:./_]*$/
const valueLabels = ['v', 'vs', 'vb', 'vd'] as const

type Base = { bn: string; bt: number; bu?: string; bv?: number; bs?: number; bver: number }

/**
 * Resolves a SenML pack (RFC 8428, 4.6). A mistake in a base field, a version we do not know or a field that must be
 * understood refuses the whole pack, because the records after it would mean something else; any other mistake spoils
 * its own record.
 * @param now seconds since 1970
 */
export function resolvePack(pack: unknown, now: number): ResolvedPack | { refused: Fault } {
	if (!Array.isArray(pack) || pack.length === 0) {
		return { refused: { code: 'wrong-type', expected: 'a SenML pack: a list of records', got: shown(pack) } }
	}
	const resolved: ResolvedPack = { records: [], faults: [], unknownKeys: [] }
	const base: Base = { bn: '', bt: 0, bver: VERSION }
	let isVersioned = false
	for (const [i, entry] of (pack as unknown[]).entries()) {
		const read = readRecord(entry, `[${i}]`, resolved.unknownKeys)
		if ('refused' in read) return read
		if ('fault' in read) {
			resolved.faults.push(read.fault)
			continue
		}
		const { record } = read
		const version = record.bver
		if (version !== undefined) {
			const changes = isVersioned && version !== base.bver
			if (changes || !understood(version)) {
				const expected = changes ? `one version, ${base.bver}` : `version ${VERSION}`
				return { refused: { code: 'wrong-type', field: `[${i}].bver`, expected, got: shown(version) } }
			}
			isVersioned = true
		}
		Object.assign(base, baseOf(record))
		if (Object.keys(record).every((label) => label.startsWith('b'))) continue
		const made = resolveRecord(record, base, now)
		if ('fault' in made) resolved.faults.push({ ...made.fault, field: `[${i}]${made.fault.field ?? ''}` })
		else resolved.records.push({ index: i, record: made.record })
	}
	// One version for all of the pack, wherever it stands.
	for (const { record } of resolved.records) if (base.bver !== VERSION) record.bver = base.bver
	return resolved
}

type Read = { record: SenmlRecord } | { fault: Fault } | { refused: Fault }

function readRecord(entry: unknown, where: string, unknownKeys: string[]): Read {
	if (!isObject(entry)) {
		return { fault: { code: 'wrong-type', field: where, expected: 'a SenML record', got: shown(entry) } }
	}
	const record: Record<string, unknown> = {}
	let fault: Fault | undefined
	for (const [label, value] of Object.entries(entry)) {
		if (!isLabel(label)) {
			// RFC 8428, 4.4: a label that ends so must be understood, or the record means something else.
			if (label.endsWith('_')) return { refused: { code: 'must-understand', field: `${where}.${label}` } }
			unknownKeys.push(label)
			continue
		}
		const sort = sortOf(label)
		if (typeof value === sort && (sort !== 'number' || Number.isFinite(value))) record[label] = value
		else {
			const wrong: Fault = {
				code: 'wrong-type',
				field: `${where}.${label}`,
				expected: article[sort],
				got: shown(value),
			}
			if (label.startsWith('b')) return { refused: wrong }
			fault ??= wrong
		}
	}
	return fault ? { fault } : { record }
}

const article = { string: 'a text', number: 'a number', boolean: 'true or false' } as const

function baseOf({ bn, bt, bu, bv, bs, bver }: SenmlRecord): Partial<Base> {
	const named = Object.entries({ bn, bt, bu, bv, bs, bver }).filter(([, value]) => value !== undefined)
	return Object.fromEntries(named)
}

function resolveRecord(record: SenmlRecord, base: Base, now: number): { record: Resolved } | { fault: Fault } {
	const n = base.bn + (record.n ?? '')
	if (!NAME.test(n)) return { fault: { code: 'wrong-type', field: '.n', expected: 'a SenML name', got: shown(n) } }
	const told = valueLabels.filter((label) => record[label] !== undefined)
	const v =
		told.includes('v') || (told.length === 0 && base.bv !== undefined) ? (record.v ?? 0) + (base.bv ?? 0) : undefined
	const s = record.s === undefined && base.bs === undefined ? undefined : (record.s ?? 0) + (base.bs ?? 0)
	if (told.length > 1 || (told.length === 0 && v === undefined && s === undefined)) {
		return { fault: { code: 'wrong-type', expected: 'one of v, vs, vb, vd', got: shown(record) } }
	}
	if (record.vd !== undefined && !/^[A-Za-z0-9_-]*$/.test(record.vd)) {
		return { fault: { code: 'wrong-type', field: '.vd', expected: 'base64url', got: shown(record.vd) } }
	}
	const time = base.bt + (record.t ?? 0)
	const t = time < ABSOLUTE_FROM ? now + time : time
	if (t < 0 || t > 8_640_000_000_000) {
		return { fault: { code: 'wrong-type', field: '.t', expected: 'a time since 1970', got: shown(t) } }
	}
	const { vs, vb, vd, ut } = record
	const fields = { n, u: record.u ?? base.bu, t, v, vs, vb, vd, s, ut }
	return { record: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Resolved }
}
