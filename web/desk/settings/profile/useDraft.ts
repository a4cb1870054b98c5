import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Profile } from '../../../../shared/contract/profile/profile.ts'
import { type Difference, differences } from './differences.ts'
import { type ProfileField, readOf, typedOf } from './fields/profileField.ts'
import { type Path, pathText, valueAt, withValue } from './profilePath.ts'

export interface Draft {
	readonly base: Profile
	/** As it is typed: it has the form of a profile only once a check says so. */
	readonly profile: Profile
	readonly changes: readonly Difference[]
	/** What an input shows: to the letter as it was typed. */
	readonly typed: (field: ProfileField) => string
	readonly type: (field: ProfileField, text: string) => void
	readonly undo: (path: Path) => void
	readonly replace: (profile: Profile) => void
	readonly reset: () => void
}

/** A profile that is being changed; nothing of it is kept anywhere but on the page. */
export const useDraft = (base: Profile): Draft => {
	const [{ profile, texts }, set] = useState<{ profile: Profile; texts: Readonly<Record<string, string>> }>({
		profile: base,
		texts: {},
	})
	const changes = useMemo(() => differences(base, profile), [base, profile])
	const isChanged = changes.length > 0
	useEffect(() => {
		if (!isChanged) return
		// The browser asks whether to leave: what is typed is nowhere else.
		const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
		addEventListener('beforeunload', ask)
		return () => removeEventListener('beforeunload', ask)
	}, [isChanged])
	return {
		base,
		profile,
		changes,
		typed: (field) => texts[pathText(field.path)] ?? typedOf(field, profile),
		type: (field, text) =>
			set((was) => ({
				profile: withValue(was.profile, field.path, readOf(field, text)),
				texts: { ...was.texts, [pathText(field.path)]: text },
			})),
		undo: (path) =>
			set((was) => {
				const { [pathText(path)]: _typed, ...others } = was.texts
				return { profile: withValue(was.profile, path, valueAt(base, path)), texts: others }
			}),
		replace: (next) => set({ profile: next, texts: {} }),
		reset: () => set({ profile: base, texts: {} }),
	}
}
