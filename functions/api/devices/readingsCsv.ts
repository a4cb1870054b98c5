import { file, isProblem, type Outcome, unprocessable } from '../../../shared/contract/http/outcome.ts'
import { type Measurand, measurands } from '../../../shared/contract/telemetry/measurand.ts'
import { measurandUnit } from '../../../shared/contract/telemetry/measurandUnit.ts'
import { ReadingsPage } from '../../../shared/contract/telemetry/readingsPage.ts'
import * as z from '../../../shared/contract/zod.ts'
import { measurandWords } from '../../../shared/domain/telemetry/measurandWords.ts'
import type { Cell } from '../../../shared/ports/sheets.ts'
import type { Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'
import { getReadings, ReadingsQuery } from './readings.ts'

export const CsvQuery = z.intersection(ReadingsQuery, z.object({ lang: z._default(z.enum(['zh', 'en']), 'zh') }))

/** What `getReadings` tells, as a table for a spreadsheet program; times are those of Asia/Shanghai. All of it, or none. */
export async function getReadingsCsv(
	ports: Pick<ApiPorts, 'registry' | 'telemetry' | 'retentionMs' | 'sheets' | 'now'>,
	viewer: Viewer,
	id: string,
	query: z.infer<typeof CsvQuery>,
): Promise<Outcome> {
	const outcome = await getReadings(ports, viewer, id, query)
	if (isProblem(outcome)) return outcome
	const page = ReadingsPage.parse(outcome.body)
	if (page.next !== undefined)
		return unprocessable({
			zh: '一个文件放不下：请缩短时间，或按小时下载。',
			en: 'Too much for one file: ask for a shorter time, or by hour.',
		})
	const name = `${id}_${day(page.from)}_${page.resolution}.csv`
	const content = await ports.sheets.csv({ name: id, rows: readingRows(page, query.lang) })
	return file({ type: 'text/csv; charset=utf-8', name, content })
}

/** The heading and a row for each reading or stretch of time; only measurands that there are. */
export function readingRows(page: ReadingsPage, language: 'zh' | 'en'): Cell[][] {
	const words = heading[language]
	const title = (name: Measurand): string => `${measurandWords[name][language]} ${measurandUnit[name]}`.trim()
	if (page.resolution === 'raw') {
		const shown = measurands.filter((name) => page.readings.some(({ values }) => values[name] !== undefined))
		return [
			[words.at, ...shown.map(title)],
			...page.readings.map(({ at, values }) => [clock(at), ...shown.map((name) => values[name] ?? null)]),
		]
	}
	const shown = measurands.filter((name) => page.buckets.some((bucket) => bucket.measurands[name] !== undefined))
	return [
		[words.from, ...shown.flatMap((name) => words.statistics.map((word) => `${title(name)} ${word}`))],
		...page.buckets.map(({ start, measurands: found }) => [
			clock(start),
			...shown.flatMap((name) => {
				const { min = null, mean = null, max = null, count = null } = found[name] ?? {}
				return [min, mean, max, count]
			}),
		]),
	]
}

const heading = {
	zh: { at: '时间', from: '开始时间', statistics: ['最小', '平均', '最大', '次数'] },
	en: { at: 'Time', from: 'From', statistics: ['least', 'mean', 'greatest', 'count'] },
} as const

/** `2026-11-23 15:40:05`, which spreadsheet programs take for a time. */
const clock = (at: string): string =>
	new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

const day = (at: string): string => clock(at).slice(0, 10)
