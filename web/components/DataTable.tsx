import type { ComponentChildren } from 'preact'
import { commonWords } from '../i18n/commonWords.ts'
import { useWords } from '../i18n/useWords.ts'
import { setQuery, useQuery } from '../routing/navigation.ts'
import { type SortKey, sortRows } from './sortRows.ts'

export interface Column<Row> {
	readonly id: string
	readonly title: string
	/** Undefined is nothing to say: a dash, and on a phone no line at all. */
	readonly cell: (row: Row) => ComponentChildren | undefined
	/** Figures stand right-aligned, under each other. */
	readonly isFigure?: boolean
	/** The cells speak for themselves: on a phone they stand without the title. */
	readonly isPlain?: boolean
	/** Sentences: on a phone they stand below the title and begin where lines begin. */
	readonly isProse?: boolean
	/** What the column sorts by; absent: it does not. Null is unknown and always last. */
	readonly key?: (row: Row) => SortKey
}

interface DataTableProps<Row> {
	readonly caption: string
	readonly columns: readonly Column<Row>[]
	readonly rows: readonly Row[]
	readonly id: (row: Row) => string
	/** Where the row leads; the link is on the first column and covers the row. */
	readonly href?: (row: Row) => string
	/** The column and direction (`-score`: falling) where the address names none. */
	readonly sort?: string
	/** The query parameter that keeps the sort; another one for each table of a page. */
	readonly sortName?: string
	readonly empty: ComponentChildren
}

/** A table with a head that stays, sorted as the address says. On a phone each row becomes a small card. */
export function DataTable<Row>(props: DataTableProps<Row>) {
	const { caption, columns, rows, id, href, sort = '', sortName = 'sort', empty } = props
	const t = useWords(commonWords)
	const asked = useQuery().get(sortName) ?? sort
	if (rows.length === 0) return <>{empty}</>
	const isFalling = asked.startsWith('-')
	const sorted = columns.find((column) => column.id === asked.replace(/^-/, ''))
	const ordered = sorted?.key ? sortRows(rows, sorted.key, isFalling) : rows
	return (
		<div class="table-frame">
			<table class="table">
				<caption class="spoken">{caption}</caption>
				<thead>
					<tr>
						{columns.map((column) => (
							<th
								key={column.id}
								scope="col"
								class={column.isFigure ? 'figure-cell' : undefined}
								aria-sort={column === sorted ? (isFalling ? 'descending' : 'ascending') : undefined}
							>
								{column.key === undefined ? (
									column.title
								) : (
									<button
										type="button"
										class="sort"
										onClick={() =>
											setQuery({ [sortName]: column === sorted && !isFalling ? `-${column.id}` : column.id })
										}
									>
										{column.title}
										<span class="sort-mark" aria-hidden="true">
											{column === sorted ? (isFalling ? '↓' : '↑') : ''}
										</span>
										{column === sorted && <span class="spoken">{isFalling ? t.sortedDown : t.sortedUp}</span>}
									</button>
								)}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{ordered.map((row) => (
						<tr key={id(row)} class={href ? 'row-link' : undefined}>
							{columns.map((column, index) => {
								const content = column.cell(row)
								const kinds = [
									...(column.isFigure ? ['figure-cell', 'figures'] : []),
									...(column.isProse ? ['prose-cell'] : []),
									...(content === undefined ? ['blank-cell'] : []),
								]
								return (
									<td
										key={column.id}
										data-title={column.isPlain ? undefined : column.title}
										class={kinds.join(' ') || undefined}
									>
										{index === 0 && href ? <a href={href(row)}>{content}</a> : (content ?? t.noPoints)}
									</td>
								)
							})}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	)
}
