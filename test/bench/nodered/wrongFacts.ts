import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { AlarmRule } from '../../../shared/contract/profile/profile.ts'
import * as z from '../../../shared/contract/zod.ts'
import { type Facts, unlike, valuesText } from '../reference/facts.ts'

const Task = z.object({ device: z.string().check(z.startsWith('task ')), hour: z.string() })
const Reading = z.object({ device: z.string(), hour: z.string(), values: z.record(z.string(), z.number()) })

/** What the flow has kept at the end. Alarms as `device raisedAt rule`, open ones as `device rule`. */
export type FlowFacts = Pick<Facts, 'readings' | 'latest'> & {
	readonly raised: readonly string[]
	readonly open: readonly string[]
}

export type WrongFacts = {
	/** Readings that are nowhere, or other values in their place. */
	readonly missing: number
	/** Of the readings that no sound sensor sends: those that left no trace. */
	readonly untraced: number
	readonly invented: number
	readonly latest: number
	/** Alarms that were raised and should not have been, or the other way round. */
	readonly raised: number
	/** Alarms that are open at the end and should not be, or the other way round. */
	readonly open: number
}

/** From the items of its table and what its page says. The latest values are the newest item of a device, as a page asks for them. */
export function flowFacts(items: readonly Record<string, AttributeValue>[], open: readonly string[]): FlowFacts {
	const readings = items
		.filter((item) => item.values !== undefined)
		.map((item) => Reading.parse(unmarshall(item)))
		.sort((a, b) => (a.hour < b.hour ? -1 : 1))
	const tasks = items.flatMap((item) => Task.safeParse(unmarshall(item)).data ?? [])
	return {
		readings: new Map(readings.map(({ device, hour, values }) => [`${device} ${hour}`, valuesText(values)])),
		latest: new Map(readings.map(({ device, values }) => [device, valuesText(values)])),
		raised: tasks.map(({ device, hour }) => `${device.slice('task '.length)} ${hour}`),
		open,
	}
}

/** Alarms of limits, the only ones that the flow knows: those raised as `device raisedAt rule`, those open as `device rule`. */
export function limitAlarms({ alarms }: Facts, rules: readonly AlarmRule[]): Pick<FlowFacts, 'raised' | 'open'> {
	const known = new Set(rules.filter(({ watches }) => watches === 'limit').map(({ id }) => id))
	const own = [...alarms].flatMap(([name, text]) => {
		const [device = '', rule = ''] = name.split(' ')
		return known.has(rule) ? [{ device, rule, text }] : []
	})
	return {
		raised: own.map(({ device, rule, text }) => `${device} ${text.split(' ')[0]} ${rule}`),
		open: own.flatMap(({ device, rule, text }) => (text.endsWith(' to now') ? [`${device} ${rule}`] : [])),
	}
}

/** @param rules of the profile */
export function wrongFacts(expected: Facts, got: FlowFacts, rules: readonly AlarmRule[]): WrongFacts {
	const wrong = unlike(expected.readings, got.readings)
	const count = (isCounted: (is: string | undefined) => boolean): number =>
		wrong.filter((name) => isCounted(expected.readings.get(name))).length
	const { raised, open } = limitAlarms(expected, rules)
	const heard = new Map([...expected.latest].filter(([, text]) => text !== ''))
	return {
		missing: count((is) => is !== undefined && is !== ''),
		untraced: count((is) => is === ''),
		invented: count((is) => is === undefined),
		latest: unlike(heard, got.latest).length,
		raised: unlike(asMap(raised), asMap(got.raised)).length,
		open: unlike(asMap(open), asMap(got.open)).length,
	}
}

const asMap = (names: readonly string[]): Map<string, string> => new Map(names.map((name) => [name, 'there']))
