import { useLanguage, useWords } from '../../../i18n/useWords.ts'
import { importWords } from './importWords.ts'
import type { Column } from './sheet/column.ts'
import type { Fault, PlanLine } from './sheet/plan.ts'

const mostShown = 200

/** The lines of a file, refused ones first, each with what it would do. */
export const ImportLines = ({ lines }: { lines: readonly PlanLine[] }) => {
	const t = useWords(importWords)
	const ordered = [...lines.filter(({ is }) => is === 'refused'), ...lines.filter(({ is }) => is !== 'refused')]
	const left = lines.length - mostShown
	return (
		<>
			<ul class="plan">
				{ordered.slice(0, mostShown).map((line) => (
					<li key={line.line} class={`plan-line plan-${line.is}`}>
						<span class="plan-where">
							<span class="small grey">{t.line(line.line)}</span>
							<span class={`badge ${badge[line.is]}`}>{t[line.is]}</span>
						</span>
						<div class="plan-what">
							<p>
								<code>{line.id === '' ? '—' : line.id}</code> {line.cells.name_zh}
							</p>
							{line.is === 'refused' &&
								line.faults.map((fault, i) => <FaultText key={`${i} ${fault.got}`} {...fault} />)}
							{line.is === 'changed' && (
								<ul class="small">
									{line.changes.map(({ column, from, to }) => (
										<li key={column.name}>
											<Change column={column} from={from} to={to} />
										</li>
									))}
								</ul>
							)}
						</div>
					</li>
				))}
			</ul>
			{left > 0 && <p class="small grey">{t.more(left)}</p>}
		</>
	)
}

const badge = {
	refused: 'badge-critical',
	added: 'badge-accepted',
	changed: 'badge-open',
	unchanged: '',
} as const

const FaultText = ({ column, expected, got }: Fault) => {
	const t = useWords(importWords)
	const language = useLanguage()
	return (
		<p class="small">
			<strong>{column?.title[language] ?? t.whole}</strong> {t.expected(expected[language])}{' '}
			<span class="plan-got">{got === '' ? t.notThere : t.got(got)}</span>
		</p>
	)
}

const Change = ({ column, from, to }: { column: Column; from: unknown; to: unknown }) => {
	const t = useWords(importWords)
	const language = useLanguage()
	const said = (value: unknown): string =>
		value === undefined
			? t.blank
			: (column.choices?.find((choice) => choice.value === value)?.[language] ?? String(value))
	return (
		<>
			<span class="grey">{column.title[language]}</span> <del>{said(from)}</del> <span class="spoken">{t.becomes}</span>
			<span aria-hidden="true">→</span> <ins>{said(to)}</ins>
		</>
	)
}
