import type { Severity } from '../../../shared/contract/task/severity.ts'
import { useWords } from '../../i18n/useWords.ts'
import { tasksWords } from './tasksWords.ts'

export const SeverityBadge = ({ severity }: { severity: Severity }) => (
	<span class={`badge badge-${severity}`}>{useWords(tasksWords)[severity]}</span>
)
