import { useState } from 'preact/hooks'
import { Icon } from '../../../components/Icon.tsx'
import { useWords } from '../../../i18n/useWords.ts'
import { ImportLines } from './ImportLines.tsx'
import { ImportRun } from './ImportRun.tsx'
import { importWords } from './importWords.ts'
import type { Sheet } from './sheet/column.ts'
import type { Encoding } from './sheet/decodeText.ts'
import type { Plan, PlanLine } from './sheet/plan.ts'

interface ImportPreviewProps {
	readonly sheet: Sheet
	readonly file: string
	readonly encoding: Encoding
	readonly plan: Plan
}

const kinds = ['refused', 'added', 'changed', 'unchanged'] as const

/** What a file would do: how many lines do what, each of them, and the button that does it. */
export const ImportPreview = ({ sheet, file, encoding, plan }: ImportPreviewProps) => {
	const t = useWords(importWords)
	const [shown, setShown] = useState<PlanLine['is'] | ''>('')
	const countOf = (is: PlanLine['is']): number => plan.lines.filter((line) => line.is === is).length
	const choices = [
		{ value: '' as const, label: t.all, count: plan.lines.length },
		...kinds.map((value) => ({ value, label: t[value], count: countOf(value) })).filter(({ count }) => count > 0),
	]
	return (
		<>
			<section class="stack">
				<div>
					<h2>{t.preview}</h2>
					<p class="grey">{t.read(file, encoding, plan.lines.length)}</p>
				</div>
				{plan.unknown.length > 0 && (
					<p class="stale">
						<Icon name="warning" />
						{t.unknown(plan.unknown.join('、'))}
					</p>
				)}
				<fieldset class="chips">
					<legend class="spoken">{t.what}</legend>
					{choices.map(({ value, label, count }) => (
						<button
							key={value}
							type="button"
							class="chip"
							aria-pressed={value === shown}
							onClick={() => setShown(value)}
						>
							{label}
							<span class="chip-count figures">{count}</span>
						</button>
					))}
				</fieldset>
				<ImportLines lines={plan.lines.filter((line) => shown === '' || line.is === shown)} />
			</section>
			<ImportRun sheet={sheet} plan={plan} refused={countOf('refused')} />
		</>
	)
}
