import { pathText } from '../../../shared/contract/text/fault.ts'
import type { PlacedFault, ReadProfile } from './readProfile.ts'

/** A fault as an editor can jump to it, in both languages. */
export const tellFault = (file: string, { line, column, path, expected, got }: PlacedFault): string =>
	`${file}:${line}:${column}  ${pathText(path) || '(JSON)'}
  应为：${expected.zh}；实为：${got.zh}
  expected ${expected.en}; got ${got.en}`

export const tellFaults = (file: string, faults: readonly PlacedFault[]): string =>
	[
		...faults.map((fault) => tellFault(file, fault)),
		`${faults.length} 处错误 ${faults.length === 1 ? '1 fault' : `${faults.length} faults`}`,
	].join('\n')

/** What a sound profile holds, in a few lines. */
export function tellProfile({ kind, profile }: Extract<ReadProfile, { profile: object }>): string {
	const measurands = Object.keys(profile.measurands)
	const what =
		kind === 'full'
			? { zh: '完整配置', en: 'full profile' }
			: { zh: '指数表（仅用于计算指数）', en: 'index table (for indices only)' }
	const lines = [
		`${profile.id} ${profile.version}: ${what.zh} ${what.en}`,
		`自 ${profile.effectiveFrom} 起生效 in force from ${profile.effectiveFrom}`,
		`${measurands.length} 个监测项 measurands: ${measurands.join(', ')}`,
	]
	if (kind === 'full')
		lines.push(`${profile.alarms.length} 条告警规则 alarm rules: ${profile.alarms.map(({ id }) => id).join(', ')}`)
	return lines.join('\n')
}
