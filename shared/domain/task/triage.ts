import type { Profile, Rung } from '../../contract/profile/profile.ts'
import type { Device } from '../../contract/registry/registry.ts'
import type { Severity } from '../../contract/task/severity.ts'
import type { Task, TaskSource } from '../../contract/task/task.ts'
import type { TriageKind } from '../../contract/task/triageKind.ts'
import type { Revolution } from '../../contract/telemetry/measurand.ts'

/** What the default triage looks at. */
export type TriageFacts = {
	source: TaskSource
	severity: Severity
	concerns?: 'environment' | 'device'
	revolution?: Revolution
	household?: boolean
	repeats?: number
}

/** 三事分流: the first rule of the profile that fits decides, and with it the rung of the ladder that begins. */
export function triageOf({ triage }: Profile, facts: TriageFacts): Task['triage'] {
	const found = triage.rules.find(({ when: { repeats, ...same } }) => {
		if (repeats !== undefined && (facts.repeats ?? 0) < repeats) return false
		const given: Record<string, unknown> = facts
		return Object.entries(same).every(([name, value]) => given[name] === value)
	})
	const kind = found?.kind ?? triage.otherwise
	return { kind, owner: ownerOf({ triage }, kind) }
}

/** The rung that tasks of a kind begin with. */
export const ownerOf = ({ triage }: Pick<Profile, 'triage'>, kind: TriageKind): string => triage.owners[kind]

/** What the triage of an alarm task looks at, besides how often it came back. */
export const alarmFacts = (
	device: Device | undefined,
	{ severity, concerns }: { severity: Severity; concerns: 'environment' | 'device' },
): TriageFacts => ({
	source: 'alarm',
	severity,
	concerns,
	...(device === undefined ? {} : { household: device.household }),
	...(device?.kind === 'toilet' || device?.kind === 'waste' || device?.kind === 'sewage'
		? { revolution: device.kind }
		: {}),
})

export const rungOf = ({ triage }: Pick<Profile, 'triage'>, id: string): Rung | undefined =>
	triage.ladder.find((rung) => rung.id === id)

/** The rung above, if there is one. One that the profile no longer knows is below all. */
export const rungAbove = ({ triage }: Pick<Profile, 'triage'>, id: string): Rung | undefined =>
	triage.ladder[triage.ladder.findIndex((rung) => rung.id === id) + 1]
