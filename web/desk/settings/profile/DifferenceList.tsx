import { useLanguage, useWords } from '../../../i18n/useWords.ts'
import type { Difference } from './differences.ts'
import type { KnownField } from './fields/profileParts.ts'
import { type Path, pathText } from './profilePath.ts'
import { profileWords } from './profileWords.ts'
import { saidOf } from './saidOf.ts'

interface DifferenceListProps {
	readonly list: readonly Difference[]
	/** The fields that have an input, by path. */
	readonly fields: ReadonlyMap<string, KnownField>
	/** Absent where nothing can be undone. */
	readonly onUndo?: (path: Path) => void
}

/** What differs, in plain words: which number of what, what it was and what it is. */
export const DifferenceList = ({ list, fields, onUndo }: DifferenceListProps) => {
	const t = useWords(profileWords)
	const language = useLanguage()
	return (
		<ul class="profile-differences">
			{list.map((difference) => {
				const said = saidOf(difference, fields, language)
				return (
					<li key={pathText(difference.path)}>
						<div>
							{said.group && <span class="small grey profile-group-name">{said.group}</span>}
							{said.isPath ? <code>{said.label}</code> : <span>{said.label}</span>}
							<span class="profile-change">
								{said.before === undefined ? (
									<ins>
										{t.added} {said.after}
									</ins>
								) : said.after === undefined ? (
									<del>
										{t.removed} {said.before}
									</del>
								) : (
									<>
										<del>{said.before}</del> → <ins>{said.after}</ins>
									</>
								)}
							</span>
						</div>
						{onUndo && !said.isPath && (
							<button type="button" class="quiet-link plain small" onClick={() => onUndo(difference.path)}>
								{t.undo}
							</button>
						)}
					</li>
				)
			})}
		</ul>
	)
}
