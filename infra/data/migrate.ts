import { SchemaVersion } from '../../functions/adapters/tables/schemaVersion.ts'
import { presetsWrittenDown } from './migrations/presetsWrittenDown.ts'
import type { DataPlace } from './stores.ts'

/**
 * One step from a layout of the tables to the next. It may be killed anywhere and run again, or twice at once, and then
 * leaves the same. While it runs, functions of this version work on both layouts.
 */
export type Migration = {
	/** What is different afterwards, for the person who runs it. */
	readonly title: string
	/** Returns how many items it changed. */
	readonly run: (place: DataPlace) => Promise<number>
}

/** In order: the first leads to layout 1. One that was delivered is never changed, moved or taken out. */
export const migrations: readonly Migration[] = [
	{ title: 'What entries of the registry leave to a preset is written into them', run: presetsWrittenDown },
]

export type Migrated = { readonly from: number; readonly to: number }

/** The tables have a layout that this version does not know: a newer version was here. */
export class NewerLayout extends Error {}

/** 0 before the first migration. */
export const layoutOf = ({ client, registry }: DataPlace): Promise<number> => new SchemaVersion(client, registry).read()

/**
 * Takes the tables to the newest layout; where they are there already, one item is read. Each step is noted after it is
 * done, so what was broken off is done again.
 * @throws NewerLayout
 */
export async function migrate(
	place: DataPlace,
	onStep: (layout: number, title: string, changed: number) => void,
	steps: readonly Migration[] = migrations,
): Promise<Migrated> {
	const version = new SchemaVersion(place.client, place.registry)
	const from = await version.read()
	if (from > steps.length)
		throw new NewerLayout(
			`The tables have layout ${from}; this version knows ${steps.length}. Install a newer version.`,
		)
	for (const [i, { title, run }] of steps.entries()) {
		if (i < from) continue
		const changed = await run(place)
		await version.raise(i + 1, Date.now())
		onStep(i + 1, title, changed)
	}
	return { from, to: steps.length }
}
